/** What a rule answers: yes with a value, or no with a reason. Rules never throw; reasons are message keys. */
export type ReasonParams = Readonly<Record<string, string | number>>
export type Accepted<T> = Readonly<{ ok: true; value: T }>
export type Refusal = Readonly<{ ok: false; key: string; params: ReasonParams }>
export type Decision<T> = Accepted<T> | Refusal

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value })
export const refuse = (key: string, params: ReasonParams = {}): Refusal => ({ ok: false, key, params })
