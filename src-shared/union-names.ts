/** What a union was called on a day (当时名称). Plain data, for window and core. */

type Named = {
  readonly name: string
  readonly life: { readonly formerNames: readonly { readonly name: string; readonly until: string }[] }
}

/** The name at the end of the day. */
export function nameThen({ name, life }: Named, day: string): string {
  return life.formerNames.find(({ until }) => until > day)?.name ?? name
}
