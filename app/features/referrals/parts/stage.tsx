import type { StageKind } from '../../../blueprints/blueprint.ts'
import { Status, type StatusKind } from '../../../shared/ui/index.ts'

const looks: Record<StageKind, StatusKind> = {
  registered: 'waiting',
  contacted: 'waiting',
  informed: 'waiting',
  other: 'waiting',
  allocated: 'active',
  started: 'active',
  completed: 'done',
  dropped: 'stopped',
  'never-started': 'stopped',
}

/** Where somebody stands, in the programme's own words. */
export const StageStatus = ({ kind, label }: { kind: StageKind; label: string }) => (
  <Status kind={looks[kind]}>{label}</Status>
)
