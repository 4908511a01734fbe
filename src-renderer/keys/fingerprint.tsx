/** A fingerprint (指纹) to be read out: eight groups of four, in two lines or, where it is only shown, in one. */
export function Fingerprint({ value, isSmall = false }: { readonly value: string; readonly isSmall?: boolean }) {
  const groups = value.split(' ')
  if (isSmall) return <span className="keys-fingerprint is-small">{value}</span>
  return (
    // One text for a reader aloud and for copying; the groups are for the eye.
    <span className="keys-fingerprint" role="img" aria-label={`指纹 ${value}`}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have nothing but their place, and never move
        <span key={index}>{group}</span>
      ))}
    </span>
  )
}
