import { Status, type StatusKind, useView } from '../../../shared/ui/index.ts'
import { type Programme, stageLabel } from '../../programmes/programme.ts'
import type { Standing } from '../search.store.ts'

const looks: Record<string, StatusKind> = {
  registered: 'waiting',
  contacted: 'waiting',
  informed: 'waiting',
  allocated: 'active',
  started: 'active',
  completed: 'done',
  dropped: 'stopped',
  'never-started': 'stopped',
}

/** Where someone stands in a programme, in the programme's own words. */
export function StandingStatus({ standing, programmes }: { standing?: Standing; programmes: Programme[] }) {
  const { lang } = useView()
  if (!standing) return null
  const programme = programmes.find((p) => p.id === standing.programmeId)
  const label = programme ? stageLabel(programme.settings.stages, standing.stage, lang) : standing.stage
  return <Status kind={looks[standing.kind] ?? 'none'}>{label}</Status>
}
