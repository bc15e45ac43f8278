import { policy } from '../../shared/http/policy.ts'
import type { Programme } from '../programmes/programme.ts'
import type { StudyRecord, UnitOfStudy } from './study.ts'

/** The programme's own coordinators and office; for all others a study does not exist. */
const staff = ['coordinator', 'programme-office'] as const

export const mayListAll = policy('studies.listAll', staff)
export const mayList = policy('studies.list', staff, (_actor, programme: Programme) => programme.isMine)
export const mayCreate = policy('studies.create', ['coordinator'], (_actor, programme: Programme) => programme.isMine)
export const mayRead = policy('studies.read', staff, (_actor, _study: StudyRecord) => true)
/** Whether this very colleague may is a rule: never the one who set the study up. */
export const mayDrawSeed = policy('studies.drawSeed', staff, (_actor, _study: StudyRecord) => true)
export const mayAllocate = policy('studies.allocate', ['coordinator'], (_actor, _study: StudyRecord) => true)
/** The same for one unit of a study. */
export const mayReadUnit = policy('studies.readUnit', staff, (_actor, _unit: UnitOfStudy) => true)
export const mayAllocateUnit = policy('studies.allocateUnit', ['coordinator'], (_actor, _unit: UnitOfStudy) => true)
export const mayClose = policy('studies.close', ['coordinator'], (_actor, _study: StudyRecord) => true)
/** Takes covariates out of the site. */
export const mayExport = policy('studies.export', ['coordinator'], (_actor, _study: StudyRecord) => true, {
  freshFactor: true,
})
