/** Every component in its states, on the four frames; the words are samples in French and Arabic, not messages. */
import type { VNode } from 'preact'
import {
  Actions,
  Button,
  Choice,
  Columns,
  Dialog,
  DialogLink,
  Disclosure,
  Dots,
  EmptyState,
  Facts,
  Field,
  Fieldset,
  Figure,
  Figures,
  Filters,
  Form,
  LinkButton,
  Next,
  Notice,
  Pagination,
  ParticipantLayout,
  PersonChip,
  Pictogram,
  PrintLayout,
  Progress,
  PublicLayout,
  Qr,
  Refusal,
  Section,
  StaffLayout,
  Status,
  type StatusKind,
  Steps,
  Table,
  Tabs,
  Tag,
  Tile,
  Tiles,
  Timeline,
  Voices,
} from './index.ts'
import { samples, type Words } from './samples.ts'

export type GalleryPage = keyof typeof pages

/** A page of the gallery in one of the sample languages. */
export function galleryPage(name: GalleryPage, lang: 'fr' | 'ar'): VNode {
  const Page = pages[name]
  return <Page w={samples[lang]} />
}

export const galleryPages = (): GalleryPage[] => Object.keys(pages) as GalleryPage[]

function Today({ w }: { w: Words }) {
  return (
    <StaffLayout
      title={w.today}
      lead={w.todayLead}
      actions={
        <LinkButton href="/people/new" kind="primary" icon="plus" hotkey="n">
          {w.newPerson}
        </LinkButton>
      }
    >
      <Figures>
        <Figure value={12} label={w.sessions} definition={w.definition} href="/sessions" />
        <Figure value={1847} label={w.waiting} definition={w.definition} href="/waiting" />
        <Figure value={3} label={w.overdue} definition={w.definition} href="/handovers" tone="attention" />
        <Figure value="–" label={w.closed} definition={w.definition} />
      </Figures>
      <Section title={w.needsYou}>
        <div class="stack-small">
          <Next who={w.person} what={w.what} by="12.03.2027" href="/people/1" />
          <Next who={w.socialWorker} what={w.whatLate} by="02.03.2027" late href="/people/2" />
          <Next who={w.person} what={w.what} />
        </div>
      </Section>
      <Section title={w.list}>
        <List w={w} />
      </Section>
    </StaffLayout>
  )
}

const rows: { id: number; status: StatusKind; days: number }[] = [
  { id: 1, status: 'active', days: 4 },
  { id: 2, status: 'waiting', days: 61 },
  { id: 3, status: 'attention', days: 102 },
  { id: 4, status: 'done', days: 9 },
  { id: 5, status: 'stopped', days: 33 },
  { id: 6, status: 'none', days: 0 },
]

function List({ w }: { w: Words }) {
  return (
    <>
      <Tabs
        label={w.list}
        items={[
          { href: '/a', label: w.everyone, current: true, count: 100 },
          { href: '/b', label: w.waiting, count: 61 },
          { href: '/c', label: w.closed },
        ]}
      />
      <Filters
        action="/people"
        result={w.result}
        active={[
          { label: w.french, removeHref: '/people?x' },
          { label: w.morning, removeHref: '/people?y' },
        ]}
        resetHref="/people"
      >
        <Field name="q" label={w.name} type="search" />
        <Field
          name="lang"
          label={w.language}
          type="select"
          empty={w.everyone}
          options={[{ value: 'fr', label: w.french }]}
        />
      </Filters>
      <Table
        caption={w.list}
        rows={rows}
        rowKey={(r) => r.id}
        highlight={(r) => r.status === 'attention'}
        columns={[
          {
            label: w.name,
            head: true,
            sort: { href: '?sort=name', now: 'ascending' },
            cell: (r) => <PersonChip name={w.names[r.id - 1] ?? ''} href={`/people/${r.id}`} note={w.note} />,
          },
          { label: w.stage, cell: (r) => <Status kind={r.status}>{w.status[r.status]}</Status> },
          { label: w.language, cell: () => <Tag>{w.french}</Tag> },
          { label: w.days, number: true, sort: { href: '?sort=days' }, cell: (r) => r.days },
          {
            label: w.acts,
            hideLabel: true,
            cell: (r) => (
              <LinkButton size="small" href={`/people/${r.id}/call`} label={`${w.contact} ${w.names[r.id - 1]}`}>
                {w.contact}
              </LinkButton>
            ),
          },
        ]}
      />
      <Pagination page={2} pages={7} hrefFor={(p) => `?page=${p}`} />
      <Table caption={w.closed} rows={[]} rowKey={() => 0} columns={[]} empty={<Empty w={w} />} />
    </>
  )
}

function Empty({ w }: { w: Words }) {
  return (
    <EmptyState title={w.emptyTitle} action={<LinkButton href="/import">{w.import}</LinkButton>}>
      <p>{w.emptyText}</p>
    </EmptyState>
  )
}

function Person({ w }: { w: Words }) {
  return (
    <StaffLayout
      title={w.person}
      crumbs={[
        { href: '/people', label: w.everyone },
        { href: '/people?group', label: w.group },
      ]}
      lead={w.personLead}
      actions={
        <>
          <Button kind="primary" icon="note">
            {w.addNote}
          </Button>
          <DialogLink to="close-dialog" kind="danger">
            {w.closeFile}
          </DialogLink>
        </>
      }
    >
      <Next who={w.socialWorker} what={w.what} by="12.03.2027" />
      <Section title={w.stage}>
        <Steps
          label={w.stage}
          steps={[
            { label: w.steps[0], state: 'done', note: '03.01.2027' },
            { label: w.steps[1], state: 'done', note: '08.01.2027' },
            { label: w.steps[2], state: 'skipped' },
            { label: w.steps[3], state: 'current', note: w.note },
            { label: w.steps[4], state: 'todo' },
          ]}
        />
      </Section>
      <Columns
        main={
          <>
            <Section title={w.history} card>
              <Timeline
                label={w.history}
                events={[
                  {
                    key: 'a',
                    when: '05.03.2027, 14:02',
                    who: w.socialWorker,
                    title: w.what,
                    icon: 'calendar',
                    children: <p>{w.definition}</p>,
                  },
                  { key: 'b', when: '01.03.2027', who: w.person, title: w.whatLate, icon: 'hand' },
                  { key: 'c', when: '08.01.2027', title: w.steps[1], icon: 'check' },
                ]}
              />
            </Section>
            <Section title={w.profile} card>
              <Profile w={w} />
            </Section>
          </>
        }
        aside={
          <>
            <Section title={w.identity} card>
              <Facts
                facts={[
                  { label: w.name, value: w.person, action: <a href="/edit">{w.change}</a> },
                  { label: w.phone, value: <bdi>+41 32 555 01 23</bdi> },
                  { label: w.language, value: w.french },
                  { label: w.birth },
                ]}
              />
            </Section>
            <Section title={w.card} card>
              <Qr text="https://passerelle.example/c/ABCD-EFGH-IJKL" label={w.card} size={160} />
            </Section>
          </>
        }
      />
      <Dialog id="close-dialog" title={w.closeFile}>
        <p>{w.definition}</p>
        <Form action="/close" id="close">
          <Field name="reason" label={w.reason} />
          <Button kind="danger">{w.closeFile}</Button>
        </Form>
      </Dialog>
    </StaffLayout>
  )
}

function Profile({ w }: { w: Words }) {
  return (
    <>
      <Voices
        caption={w.profile}
        voices={[
          { key: 'self', label: w.person },
          { key: 'coach', label: w.coach },
          { key: 'peer', label: w.peer },
        ]}
        points={w.points}
        items={[
          { key: '1', label: w.competences[0], values: { self: 3, coach: 3, peer: 4 } },
          { key: '2', label: w.competences[1], values: { self: 1, coach: 3, peer: 2 } },
          { key: '3', label: w.competences[2], values: { self: 4, coach: null, peer: 4 } },
        ]}
      />
      <p>
        <Dots value={3} label={w.points[2]} /> <Dots value={null} />
      </p>
    </>
  )
}

function Forms({ w }: { w: Words }) {
  return (
    <StaffLayout
      title={w.formTitle}
      width="narrow"
      invalid
      lead={w.definition}
      crumbs={[{ href: '/people', label: w.everyone }]}
    >
      <Refusal reason={w.refusal} instead={w.instead} />
      <Form
        action="/people"
        autosave="/drafts/1"
        values={{
          firstName: 'Şahin',
          phone: '12',
          halfDays: ['mon-am', 'thu-pm'],
          oral: 'a2',
          explained: 'yes',
          need: ['childcare'],
        }}
        errors={{ phone: w.phoneError, birth: w.birthError, oral: w.birthError }}
      >
        <Fieldset legend={w.identity} columns>
          <Field name="firstName" label={w.name} hint={w.hint} />
          <Field name="reference" label={w.reference} optional />
          <Field name="phone" label={w.phone} type="tel" />
          <Field name="birth" label={w.birth} type="date" optional />
        </Fieldset>
        <Field
          name="oral"
          label={w.oral}
          type="radio"
          row
          options={['A1', 'A2', 'B1'].map((l) => ({ value: l.toLowerCase(), label: l }))}
        />
        <Field
          name="need"
          label={w.needs}
          type="checkboxes"
          optional
          options={[
            { value: 'childcare', label: w.childcare, hint: w.hint },
            { value: 'step-free', label: w.stepFree },
          ]}
        />
        <Field name="halfDays" label={w.halfDays} type="half-days" hint={w.hint} />
        <Field
          name="site"
          label={w.place}
          type="select"
          empty={w.choose}
          options={[{ value: '1', label: 'Rivemont' }]}
        />
        <Field name="years" label={w.years} type="number" unit={w.yearsUnit} optional />
        <Field name="expectation" label={w.expectation} hint={w.expectationHint} type="textarea" />
        <Field name="file" label={w.file} type="file" optional />
        <Field name="explained" label={w.explained} hint={w.hint} type="checkbox" />
        <Actions>
          <Button kind="primary">{w.save}</Button>
          <Button name="then" value="next">
            {w.saveNext}
          </Button>
          <Button kind="quiet">{w.later}</Button>
          <Button kind="danger" size="small">
            {w.remove}
          </Button>
        </Actions>
      </Form>
      <Notice title={w.what}>{w.definition}</Notice>
      <Notice kind="done" title={w.saved} />
      <Notice kind="warning" title={w.whatLate}>
        <p>{w.definition}</p>
      </Notice>
      <Progress label={w.import} value={430} max={1000} text={w.result} />
      <Disclosure summary={w.more}>
        <p>{w.definition}</p>
      </Disclosure>
    </StaffLayout>
  )
}

function SignIn({ w }: { w: Words }) {
  return (
    <PublicLayout title={w.signIn} lead={w.signInLead}>
      <Form action="/sign-in">
        <Field name="email" label={w.email} type="email" autocomplete="username" />
        <Field name="password" label={w.password} type="password" autocomplete="current-password" />
        <Button kind="primary" size="large">
          {w.signIn}
        </Button>
      </Form>
    </PublicLayout>
  )
}

function MySpace({ w }: { w: Words }) {
  return (
    <ParticipantLayout title={w.hello} lead={w.nextSession}>
      <Tiles>
        <Tile href="/sessions" picture="calendar" title={w.mySessions} note={w.when} />
        <Tile href="/absent" picture="absent" title={w.cannotCome} />
        <Tile href="/strengths" picture="strengths" title={w.myStrengths} note={w.hint} />
        <Tile href="/ideas" picture="ideas" title={w.myIdeas} />
        <Tile href="/plan" picture="plan" title={w.myPlan} />
        <Tile href="/seen" picture="eye" title={w.whoSaw} />
      </Tiles>
      <Section title={w.mySessions} card>
        <p class="with-picture">
          <Pictogram name="place" /> {w.place}
        </p>
        <p class="with-picture">
          <Pictogram name="bag" /> {w.bring}
        </p>
        <p class="with-picture">
          <Pictogram name="homework" /> {w.homework}
        </p>
        <p class="with-picture">
          <Pictogram name="phone" /> <a href="tel:+41325550123">+41 32 555 01 23</a>
        </p>
        <p class="with-picture">
          <Pictogram name="tick" /> {w.saved}
        </p>
        <p class="with-picture">
          <Pictogram name="question" /> {w.more}
        </p>
        <p class="with-picture">
          <Pictogram name="leave" /> {w.later}
        </p>
      </Section>
    </ParticipantLayout>
  )
}

function Question({ w }: { w: Words }) {
  return (
    <ParticipantLayout title={w.competences[0]} back={{ href: '/me', label: w.back }} nav={false} invalid>
      <Progress label={w.progress} value={3} max={10} />
      <Form action="/answers/3" autosave="/drafts/3" values={{ place: '3' }} errors={{ evidence: w.birthError }}>
        <Choice
          name="place"
          legend={w.question}
          options={w.points.map((label, i) => ({ value: String(i + 1), label, note: w.pointNotes[i], dots: i + 1 }))}
        />
        <Choice
          name="with"
          legend={w.peer}
          several
          options={[
            { value: 'yes', label: w.childcare, picture: 'tick' },
            { value: 'no', label: w.stepFree, picture: 'question' },
          ]}
        />
        <Field name="evidence" label={w.expectation} type="textarea" optional />
        <Actions>
          <Button kind="primary">{w.next}</Button>
          <Button>{w.later}</Button>
        </Actions>
      </Form>
      <Notice kind="done" title={w.saved} />
    </ParticipantLayout>
  )
}

function Sheet({ w }: { w: Words }) {
  return (
    <PrintLayout title={w.list} lead={w.when} back={{ href: '/groups/1', label: w.group }}>
      <Facts
        columns
        facts={[
          { label: w.group, value: w.group },
          { label: w.place, value: 'Rivemont' },
          { label: w.coach, value: w.socialWorker },
        ]}
      />
      <Table
        caption={w.list}
        hideCaption
        rows={rows}
        rowKey={(r) => r.id}
        columns={[
          { label: w.name, head: true, cell: (r) => w.names[r.id - 1] },
          { label: w.morning, cell: () => <span class="sign-line" /> },
          { label: w.signature, cell: () => <span class="sign-line" /> },
        ]}
      />
      <Profile w={w} />
    </PrintLayout>
  )
}

const pages = {
  today: Today,
  person: Person,
  forms: Forms,
  'sign-in': SignIn,
  'my-space': MySpace,
  question: Question,
  sheet: Sheet,
}
