type Params<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Params<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

type Query = Record<string, string | number | undefined>

/** A URL of the site, written once: its pattern for the router, and a function that fills it in for links. */
export type Path<P extends string = string> = {
  (...args: [Params<P>] extends [never] ? [query?: Query] : [params: Record<Params<P>, string>, query?: Query]): string
  pattern: P
}

/** `const show = path('/people/:personId')`; `show({ personId })` is the link, `show.pattern` the route. Ids are UUIDs. */
export function path<const P extends string>(pattern: P): Path<P> {
  const names = [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const fill = (...args: unknown[]) => {
    const params = (names.length > 0 ? args[0] : {}) as Record<string, string>
    const query = (names.length > 0 ? args[1] : args[0]) as Query | undefined
    const url = names.reduce(
      (text, name) => text.replace(`:${name}`, encodeURIComponent(params[name] ?? '')),
      pattern as string,
    )
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value))
    return search.size > 0 ? `${url}?${search}` : url
  }
  return Object.assign(fill, { pattern }) as Path<P>
}

/** The params a pattern gives its handler. */
export type ParamsOf<P extends string> = Record<Params<P>, string>
