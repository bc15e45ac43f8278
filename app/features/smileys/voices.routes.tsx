// The place where recordings of the lines are put: by language, for whoever does not read.
import { fields, formState, parseForm, withErrors } from '../../shared/forms/forms.ts'
import { act, type Ctx, page } from '../../shared/http/doors.tsx'
import { invalid, notFound, seeOther, show } from '../../shared/http/outcome.ts'
import { textLanguages } from '../../shared/i18n/text.ts'
import type { Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/store.ts'
import { VoicesPage } from './pages/voices.tsx'
import { paths } from './paths.ts'
import { mayEditLines } from './policy.ts'
import { gridOf } from './store.ts'
import { listRecordings, removeRecording, saveRecording } from './voices.store.ts'
import { audioTypeOf, MOST_BYTES } from './voices.ts'

const spec = {
  policy: mayEditLines,
  find: async ({
    tx,
    params,
  }: Pick<Ctx, 'tx'> & { params: { programmeId: string } }): Promise<Programme | undefined> => {
    const programme = await findProgramme(tx, params.programmeId)
    return programme && gridOf(programme) ? programme : undefined
  },
}

const did = (name: string, { id }: Programme) => ({ act: `smileys.${name}`, on: ['programme', id] as [string, string] })

const voicesPage = async (tx: Ctx['tx'], programme: Programme, state: ReturnType<typeof formState> | object = {}) => (
  <VoicesPage
    programme={programme}
    grid={gridOf(programme)!}
    recordings={await listRecordings(tx, programme.id)}
    state={state}
  />
)

export const voiceRoutes = [
  page(paths.voices, spec, async ({ tx, subject }) => show(await voicesPage(tx, subject))),

  act(paths.voices, { ...spec, maxBytes: MOST_BYTES * 4 }, async ({ tx, actor, typed, subject: programme }) => {
    const grid = gridOf(programme)!
    const shape = { line: fields.choice(grid.lines.map(({ key }) => key)), language: fields.choice(textLanguages) }
    const parsed = parseForm(shape, typed)
    const again = async (key?: string, field = 'file') =>
      invalid(await voicesPage(tx, programme, formState(key ? withErrors(parsed, { [field]: { key } }) : parsed)))
    if (!parsed.ok) return again()
    const file = typed.file('file')
    if (!file) return again('smileys.voices.missing')
    if (file.size > MOST_BYTES) return again('smileys.voices.tooBig')
    const bytes = Buffer.from(await file.arrayBuffer())
    const contentType = audioTypeOf(bytes)
    if (!contentType) return again('smileys.voices.notAudio')
    const { line, language } = parsed.value
    const said = grid.lines.find(({ key }) => key === line)?.text[language]
    if (!said) return again('smileys.voices.noText', 'language')
    await saveRecording(tx, actor, { programmeId: programme.id, line, language, said, contentType, bytes })
    return seeOther(paths.voices({ programmeId: programme.id }), {
      did: did('add-voice', programme),
      say: 'smileys.voices.added',
    })
  }),

  act(paths.voiceEnd, spec, async ({ tx, params, subject: programme }) => {
    if (!(await removeRecording(tx, programme.id, params.recordingId))) return notFound()
    return seeOther(paths.voices({ programmeId: programme.id }), {
      did: did('remove-voice', programme),
      say: 'smileys.voices.removed',
    })
  }),
]
