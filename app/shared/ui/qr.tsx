import { encode } from 'uqr'

/** A QR code as one SVG path, dark on white in every theme so that phones can read it. `label` says where it leads. */
export function Qr(props: { text: string; label: string; size?: number }) {
  const { data, size } = encode(props.text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('')
  const px = props.size ?? 192
  return (
    <svg
      class="qr"
      width={px}
      height={px}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** Start and length of each run of dark modules. */
function runs(row: boolean[]): [number, number][] {
  const found: [number, number][] = []
  row.forEach((dark, x) => {
    const last = found.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else found.push([x, 1])
  })
  return found
}
