import { createTransport } from 'nodemailer'

/** Sends from an address at the site's own name. Undefined without SMTP_URL: links are then shown to be copied. */
export function mailer(smtpUrl: string | undefined, publicUrl: string) {
  if (!smtpUrl) return undefined
  const transport = createTransport(smtpUrl)
  const from = `passerelle@${new URL(publicUrl).hostname}`
  return async (message: { to: string; subject: string; text: string }) => {
    await transport.sendMail({ from, ...message })
  }
}
