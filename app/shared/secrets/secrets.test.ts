import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attemptKeys } from './attempt-keys.ts'
import { groups, newShortCode, readShortCode } from './crockford.ts'
import { choosingPassword, choosingPin } from './password-rules.ts'
import { deriveProof, newSalt, PROOF_PARAMS, readParams, storedForm, writeParams } from './proof.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts'
import { newToken, sha256 } from './tokens.ts'
import { newTotpSecret, totpCode, totpUrl, verifyTotp } from './totp.ts'

describe('proofs', () => {
  const salt = Buffer.alloc(16, 7)

  test('the same password, salt and parameters give the same proof; anything else another', async () => {
    const proof = await deriveProof('lampe rivière onze', salt)
    expect(proof.length).toBe(32)
    expect(await deriveProof('lampe rivière onze', salt)).toEqual(proof)
    expect(await deriveProof('lampe rivière douze', salt)).not.toEqual(proof)
    expect(await deriveProof('lampe rivière onze', newSalt())).not.toEqual(proof)
    expect(await deriveProof('lampe rivière onze', salt, { ...PROOF_PARAMS, passes: 2 })).not.toEqual(proof)
    expect(await deriveProof('lampe rivière onze', salt, PROOF_PARAMS, Buffer.alloc(32))).not.toEqual(proof)
  })

  test('an accent typed in two ways is the same password', async () => {
    expect(await deriveProof('rivie\u0300re', salt)).toEqual(await deriveProof('rivi\u00e8re', salt))
  })

  test('what is stored is not what is presented', async () => {
    const proof = await deriveProof('x', salt)
    expect(storedForm(proof)).toEqual(sha256(proof))
    expect(storedForm(proof)).not.toEqual(proof)
  })

  test('parameters survive the row; those of nobody are today’s', () => {
    expect(readParams(writeParams(PROOF_PARAMS))).toEqual(PROOF_PARAMS)
    expect(readParams('')).toEqual(PROOF_PARAMS)
    expect(() => readParams('m=1')).toThrow(RangeError)
  })

  test('parameters that weaken a hash or stop the site are refused', () => {
    expect(() => deriveProof('x', salt, { ...PROOF_PARAMS, memory: 1024 })).toThrow(RangeError)
    expect(() => deriveProof('x', salt, { ...PROOF_PARAMS, memory: 2 ** 24 })).toThrow(RangeError)
    expect(() => deriveProof('x'.repeat(1025), salt)).toThrow(RangeError)
  })
})

describe('choosing a password', () => {
  const about = ['amina.berset@rivemont.example', 'Amina Berset', 'Dienst für Integration Rivemont']
  const reason = (password: string) => {
    const decision = choosingPassword(password, about)
    return decision.ok ? 'accepted' : decision.key
  }

  test.each([
    'lampe rivière onze',
    'Kahn-Teller-Wolke-9',
    'correct horse battery staple',
    'x7#mQ2!vLp9z',
    'dragon monkey summer tennis',
    '我喜欢在河边散步和喝茶因为那里安静',
  ])('%s is taken', (password) => expect(reason(password)).toBe('accepted'))

  test.each([
    'password1234',
    'Motdepasse2026!',
    'P@ssw0rd2026',
    'azertyuiop123',
    'qwertzuiop!1',
    '123456789012',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'Sommer2026!!',
    'Bienvenue2025',
    'iloveyou123456',
  ])('%s is common', (password) => expect(reason(password)).toBe('secrets.password.common'))

  test.each(['Passerelle-ab', 'Amina.Berset.ab', 'amina.berset@rivemont.example', 'RivemontBerset9'])(
    '%s is about the account',
    (password) => expect(reason(password)).toBe('secrets.password.aboutYou'),
  )

  test('length is counted in characters, from 12 to 128', () => {
    expect(reason('x7#mQ2!vLp9')).toBe('secrets.password.tooShort')
    expect(reason('ab#cd'.repeat(26))).toBe('secrets.password.tooLong')
  })

  test('no text takes long or throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => typeof choosingPassword(text, about).ok === 'boolean'),
    )
  })
})

test('PINs that everybody tries first are refused', () => {
  for (const pin of ['0000', '1234', '4321', '123456', '1212', '1987', '2004']) {
    expect(choosingPin(pin)).toMatchObject({ ok: false, key: 'secrets.pin.tooEasy' })
  }
  for (const pin of ['123', '123456789', '12a4', ''])
    expect(choosingPin(pin)).toMatchObject({ key: 'secrets.pin.digits' })
  for (const pin of ['2748', '90318', '1235']) expect(choosingPin(pin).ok).toBe(true)
})

describe('one-time codes', () => {
  const secret = newTotpSecret()
  const now = Date.UTC(2026, 10, 23, 9, 0, 10)
  const step = Math.floor(now / 30_000)

  test('the code of this, the last and the next half-minute, and the step it belongs to', () => {
    expect(verifyTotp(secret, totpCode(secret, now), now)).toBe(step)
    expect(verifyTotp(secret, totpCode(secret, now - 30_000), now)).toBe(step - 1)
    expect(verifyTotp(secret, totpCode(secret, now + 30_000), now)).toBe(step + 1)
    expect(verifyTotp(secret, totpCode(secret, now - 90_000), now)).toBe(null)
  })

  test('spaces are forgiven, anything else is no code', () => {
    const code = totpCode(secret, now)
    expect(verifyTotp(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(step)
    for (const typed of ['', '12345', '1234567', 'abcdef', `${code}0`])
      expect(verifyTotp(secret, typed, now)).toBe(null)
  })

  test('agrees with the example of RFC 6238', () => {
    expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000)).toBe('287082')
  })

  test('the address for the app names account and issuer', () => {
    expect(totpUrl(secret, 'amina@rivemont.example')).toContain('otpauth://totp/Passerelle:amina%40rivemont.example?')
  })
})

describe('codes to read and type', () => {
  test('a short code is read back however it is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2, 3), (way) => {
        const code = newShortCode()
        const typed = [
          groups(code),
          groups(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'),
          [...code].join(' ').replaceAll('1', 'I').replaceAll('0', 'O'),
          code.replace(/(..)/g, '$1–'),
        ][way]!
        expect(readShortCode(typed)).toBe(code)
      }),
    )
  })

  test('what can’t be a code is none', () => {
    for (const typed of ['', 'ABCD-EFG', 'ABCD-EFGH-J', 'ABCD-EFGU', 'ABCD-EF?H'])
      expect(readShortCode(typed)).toBe(null)
  })

  test('ten recovery codes, all different, recognised by their hash', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    expect(recoveryCodeHash(codes[0]!.toLowerCase().replaceAll('-', ' '))).toEqual(recoveryCodeHash(codes[0]!))
    expect(recoveryCodeHash('nonsense')).toBe(null)
  })

  test('tokens are long enough and safe in an address', () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/)
    expect(newToken(16)).toMatch(/^[\w-]{22}$/)
    expect(() => newToken(8)).toThrow(TypeError)
  })
})

describe('names under which wrong tries are counted', () => {
  const key = Buffer.alloc(32, 1)
  const keys = (account: string, address: string) => attemptKeys(key, account, address)

  test('three kinds, none of which shows the account or the address', () => {
    expect(keys('amina@x.example', '10.0.0.1').map((name) => name.split(':')[0])).toEqual([
      'account',
      'address',
      'both',
    ])
    expect(keys('amina@x.example', '10.0.0.1').join()).not.toMatch(/amina|10\.0/)
  })

  test('an account is the same in capitals; an address the same within its /64, and as mapped IPv4', () => {
    expect(keys('Amina@X.example ', '10.0.0.1')).toEqual(keys('amina@x.example', '::ffff:10.0.0.1'))
    expect(keys('a', '2001:db8::1')).toEqual(keys('a', '2001:0db8:0:0:ffff:1:2:3'))
    expect(keys('a', '2001:db8:0:1::1')[1]).not.toBe(keys('a', '2001:db8::1')[1])
    expect(keys('a', 'fe80::1%eth0')).toEqual(keys('a', 'fe80::1'))
  })
})
