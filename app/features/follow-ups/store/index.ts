export * from './appointments.ts'
export * from './due.ts'
export * from './procedures.ts'
export * from './situations.ts'
