/** Our own drawings for participants, free of rights (CC0): one line, one soft surface, 48 units square, under 1 kB each. */
type Drawing = { fill?: string; line: string }

const drawings = {
  calendar: {
    fill: 'M8 12h32v8H8z',
    line: 'M8 12h32v28H8zM8 20h32M16 7v9M32 7v9M15 27h4M22 27h4M29 27h4M15 33h4M22 33h4',
  },
  place: {
    fill: 'M24 5c8 0 14 6 14 14 0 10-14 24-14 24S10 29 10 19C10 11 16 5 24 5z',
    line: 'M24 5c8 0 14 6 14 14 0 10-14 24-14 24S10 29 10 19C10 11 16 5 24 5zM24 14a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
  },
  phone: {
    fill: 'M11 7l7-1 4 10-5 4c2 5 6 9 11 11l4-5 10 4-1 7c0 2-2 3-4 3C20 39 9 28 8 11c0-2 1-4 3-4z',
    line: 'M11 7l7-1 4 10-5 4c2 5 6 9 11 11l4-5 10 4-1 7c0 2-2 3-4 3C20 39 9 28 8 11c0-2 1-4 3-4zM29 8c6 1 10 5 11 11M28 14c3 1 5 3 6 6',
  },
  bag: { fill: 'M9 16h30l3 26H6z', line: 'M9 16h30l3 26H6zM16 21v-7c0-5 3-8 8-8s8 3 8 8v7' },
  homework: { fill: 'M8 6h22v36H8z', line: 'M30 20V6H8v36h22v-4M14 14h10M14 21h8M14 28h5M24 34l1-6 13-14 5 5-13 14z' },
  absent: { fill: 'M8 12h32v8H8z', line: 'M22 40H8V12h32v10M8 20h32M16 7v9M32 7v9M29 29l11 11M40 29 29 40' },
  strengths: {
    fill: 'M24 5l6 12 13 2-9 9 2 13-12-6-12 6 2-13-9-9 13-2z',
    line: 'M24 5l6 12 13 2-9 9 2 13-12-6-12 6 2-13-9-9 13-2z',
  },
  ideas: {
    fill: 'M24 5c8 0 13 6 13 13 0 6-4 8-6 14H17c-2-6-6-8-6-14 0-7 5-13 13-13z',
    line: 'M24 5c8 0 13 6 13 13 0 6-4 8-6 14H17c-2-6-6-8-6-14 0-7 5-13 13-13zM18 38h12M20 43h8M24 32V22l-4-4M24 22l4-4',
  },
  plan: {
    fill: 'M34 6h9v9h-9z',
    line: 'M8 42c0-9 6-10 13-11s11-4 7-9-9-4-9-9 5-7 11-7M34 4v14M34 5h10l-3 4 3 4H34M5 42h6',
  },
  eye: {
    fill: 'M24 17a7 7 0 1 1 0 14 7 7 0 0 1 0-14z',
    line: 'M4 24c5-9 12-13 20-13s15 4 20 13c-5 9-12 13-20 13S9 33 4 24zM24 17a7 7 0 1 0 0 14 7 7 0 0 0 0-14z',
  },
  leave: { fill: 'M8 6h20v36H8z', line: 'M28 16V6H8v36h20V32M20 24h23M35 16l8 8-8 8' },
  tick: {
    fill: 'M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38z',
    line: 'M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38zM14 25l7 7 13-15',
  },
  levels: {
    fill: 'M6 32h8v10H6zM20 21h8v21h-8zM34 8h8v34h-8z',
    line: 'M6 32h8v10H6zM20 21h8v21h-8zM34 8h8v34h-8z',
  },
  people: {
    fill: 'M17 8a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM4 41c0-9 6-14 13-14s13 5 13 14z',
    line: 'M17 8a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM4 41c0-9 6-14 13-14s13 5 13 14zM31 9a6 6 0 1 1 2 12M35 27c5 1 9 6 9 14h-7',
  },
  envelope: { fill: 'M5 11h38v27H5z', line: 'M5 11h38v27H5zM6 12l18 15 18-15' },
  question: {
    fill: 'M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38z',
    line: 'M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38zM18 19c0-4 3-6 6-6s6 2 6 6c0 5-6 5-6 10M24 34v1',
  },
  child: {
    fill: 'M24 5a8 8 0 1 1 0 16 8 8 0 0 1 0-16z',
    line: 'M24 5a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM16 43V31c0-4 3-7 8-7s8 3 8 7v12M24 34v9M16 30l-7 5M32 30l7 5M21 13h.1M27 13h.1M21 16c2 2 4 2 6 0',
  },
  papers: {
    fill: 'M6 12h36v26H6z',
    line: 'M6 12h36v26H6zM15 19a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM9 33c1-4 3-5 6-5s5 1 6 5M27 20h10M27 26h10M27 32h6',
  },
  health: {
    fill: 'M24 42C10 32 5 25 5 17c0-6 4-10 9-10 4 0 8 2 10 6 2-4 6-6 10-6 5 0 9 4 9 10 0 8-5 15-19 25z',
    line: 'M24 42C10 32 5 25 5 17c0-6 4-10 9-10 4 0 8 2 10 6 2-4 6-6 10-6 5 0 9 4 9 10 0 8-5 15-19 25zM24 18v12M18 24h12',
  },
  house: { fill: 'M10 22h28v20H10z', line: 'M4 24 24 7l20 17M10 20v22h28V20M20 42V29h8v13' },
  coins: {
    fill: 'M18 8a13 13 0 1 1 0 26 13 13 0 0 1 0-26z',
    line: 'M18 8a13 13 0 1 0 0 26 13 13 0 0 0 0-26zM18 15v12M14 18c0-2 2-3 4-3s4 1 4 3-2 3-4 3-4 1-4 3 2 3 4 3 4-1 4-3M33 15c6 2 10 7 10 12 0 7-6 13-13 13-4 0-7-1-9-4',
  },
  bus: {
    fill: 'M8 10h32v16H8z',
    line: 'M8 10c0-2 2-4 4-4h24c2 0 4 2 4 4v26H8zM8 26h32M24 6v20M13 31h3M32 31h3M12 36v5h5v-5M31 36v5h5v-5',
  },
  speech: {
    fill: 'M5 8h26v18H16l-7 7v-7H5z',
    line: 'M5 8h26v18H16l-7 7v-7H5zM36 17h7v18h-4v6l-7-6H19v-4M11 14h14M11 20h9',
  },
  ear: {
    fill: 'M24 6c8 0 13 6 13 13 0 8-8 9-9 16-1 5-4 8-8 8s-7-3-7-7V19C13 11 17 6 24 6z',
    line: 'M13 20c0-8 4-14 11-14s13 6 13 13c0 8-8 9-9 16-1 5-4 8-8 8-3 0-6-2-7-5M19 20c0-4 2-7 5-7s6 3 6 6c0 5-6 5-7 10',
  },
  clock: {
    fill: 'M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38z',
    line: 'M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38zM24 13v11l8 5',
  },
  tool: {
    fill: 'M15 15a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
    line: 'M15 15a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM24 24h19v7M36 24v6M15 21a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  },
  heart: {
    fill: 'M24 42C10 32 5 25 5 17a10 10 0 0 1 19-4 10 10 0 0 1 19 4c0 8-5 15-19 25z',
    line: 'M24 42C10 32 5 25 5 17a10 10 0 0 1 19-4 10 10 0 0 1 19 4c0 8-5 15-19 25z',
  },
} satisfies Record<string, Drawing>

export type PictogramName = keyof typeof drawings

/** A picture beside words; the words say it, so it is not read aloud. */
export function Pictogram(props: { name: PictogramName; size?: number }) {
  const { fill, line }: Drawing = drawings[props.name]
  const size = props.size ?? 40
  return (
    <svg class="pictogram" width={size} height={size} viewBox="0 0 48 48" aria-hidden>
      {fill && <path d={fill} fill="currentColor" fill-opacity=".16" />}
      <path
        d={line}
        fill="none"
        stroke="currentColor"
        stroke-width="2.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
