// A picture of small panels with lines, as SVG: logarithmic axes both ways, one legend, and nothing else.

export type Line = { name: string; points: readonly (readonly [x: number, y: number])[] }
export type Panel = {
  title: string
  x: { label: string; ticks: readonly number[] }
  y: { label: string; ticks: readonly number[] }
  lines: readonly Line[]
}
/** Lines of one name look the same in every panel. */
export type Look = { name: string; colour: string; dash: string; mark: 'circle' | 'square' | 'diamond' | 'triangle' }

const panel = { width: 300, height: 215, left: 52, right: 12, top: 30, bottom: 40 }
const legend = 58

/** @param rows panels, row by row; a row of fewer panels leaves room at its end */
export function picture(
  title: string,
  about: string,
  rows: readonly (readonly Panel[])[],
  looks: readonly Look[],
): string {
  const columns = Math.max(...rows.map((row) => row.length))
  const [width, height] = [columns * panel.width, rows.length * panel.height + legend]
  const body = rows.flatMap((row, r) =>
    row.map(
      (one, c) => `<g transform="translate(${c * panel.width} ${legend + r * panel.height})">${draw(one, looks)}</g>`,
    ),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="11" fill="#1c2430">
<title>${escaped(title)}</title><desc>${escaped(about)}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="16" y="22" font-size="15" font-weight="600">${escaped(title)}</text>
${looks.map((look, at) => legendOf(look, 16 + at * 190)).join('\n')}
${body.join('\n')}
</svg>
`
}

function legendOf(look: Look, x: number): string {
  return `<g transform="translate(${x} 42)">${stroke(look, 'M0 0H30')}${mark(look, 15, 0)}<text x="38" y="4">${escaped(look.name)}</text></g>`
}

function draw({ title, x, y, lines }: Panel, looks: readonly Look[]): string {
  const across = scale(x.ticks, panel.left, panel.width - panel.right)
  const up = scale(y.ticks, panel.height - panel.bottom, panel.top)
  const [left, right] = [panel.left, panel.width - panel.right]
  const [top, bottom] = [panel.top, panel.height - panel.bottom]
  const grid = [
    ...y.ticks.map(
      (tick) =>
        `<path d="M${left} ${up(tick)}H${right}" stroke="#e3e7ec"/><text x="${left - 6}" y="${up(tick) + 4}" text-anchor="end">${short(tick)}</text>`,
    ),
    ...x.ticks.map(
      (tick) =>
        `<path d="M${across(tick)} ${top}V${bottom}" stroke="#eef1f4"/><text x="${across(tick)}" y="${bottom + 14}" text-anchor="middle">${short(tick)}</text>`,
    ),
  ]
  const drawn = lines.map(({ name, points }) => {
    const look = looks.find((one) => one.name === name)!
    const places = points.map(([a, b]) => [across(a), up(b)] as const)
    const path = places.map(([a, b], at) => `${at === 0 ? 'M' : 'L'}${a} ${b}`).join('')
    return `${places.length > 1 ? stroke(look, path) : ''}${places.map(([a, b]) => mark(look, a, b)).join('')}`
  })
  return `<text x="${left}" y="${top - 10}" font-weight="600">${escaped(title)}</text>${grid.join('')}<path d="M${left} ${top}V${bottom}H${right}" fill="none" stroke="#8b95a3"/>${drawn.join('')}<text x="${(left + right) / 2}" y="${bottom + 30}" text-anchor="middle" fill="#57606c">${escaped(x.label)}</text><text transform="translate(11 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle" fill="#57606c">${escaped(y.label)}</text>`
}

/** Logarithmic, from the first to the last tick; what lies outside is drawn at the edge. */
function scale(ticks: readonly number[], from: number, to: number) {
  const [first, last] = [ticks[0]!, ticks.at(-1)!]
  return (value: number) => {
    const share = Math.log(Math.min(Math.max(value, first), last) / first) / Math.log(last / first)
    return Number((from + (to - from) * share).toFixed(1))
  }
}

const stroke = ({ colour, dash }: Look, path: string) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`

function mark({ colour, mark: shape }: Look, x: number, y: number): string {
  if (shape === 'circle') return `<circle cx="${x}" cy="${y}" r="3.2" fill="${colour}"/>`
  const paths = { square: 'M-3-3H3V3H-3Z', diamond: 'M0-4L4 0 0 4-4 0Z', triangle: 'M0-4L4 3H-4Z' }
  return `<path transform="translate(${x} ${y})" d="${paths[shape]}" fill="${colour}"/>`
}

const short = (value: number) => (value >= 1000 ? `${value / 1000}k` : String(value))
const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
