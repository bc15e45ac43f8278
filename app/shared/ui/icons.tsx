/** Our own line icons, 24 units square, drawn with one stroke; inlined only where used. */
const icons = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16.2 16.2 21 21',
  home: 'M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-4 3-6 6.5-6s6.1 2 6.5 6M16 4.6a3.5 3.5 0 0 1 0 6M18 14.6c2 .8 3.3 2.6 3.5 5.4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.5-4.5 3.5-6.5 7.5-6.5s7 2 7.5 6.5',
  calendar: 'M4 6.5h16v13.5H4ZM4 10.5h16M8 4v4M16 4v4',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6 6 18',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  down: 'm6 9.5 6 6 6-6',
  up: 'm6 14.5 6-6 6 6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7Z',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  upload: 'M12 16V5M7 9.5l5-5 5 5M4.5 20h15',
  warning: 'M12 4 2.8 20h18.4ZM12 10v4.5M12 17.3h.01',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5.5M12 7.7h.01',
  stop: 'M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3ZM8 12h8',
  note: 'M5 4h14v11l-5 5H5ZM14 20v-5h5M8.5 8.5h7M8.5 12h4',
  flag: 'M6 21V4M6 5h12l-3 4 3 4H6',
  lock: 'M6 11h12v9.5H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  die: 'M4.5 4.5h15v15h-15ZM8.5 8.5h.01M15.5 8.5h.01M12 12h.01M8.5 15.5h.01M15.5 15.5h.01',
  hand: 'M4 13c2.5 0 3-2 5-2h4a1.5 1.5 0 0 1 0 3h-3M13 14l5-2.5a1.6 1.6 0 0 1 1.5 2.8L13 19c-1 .7-2 .7-3 .4L4 18',
} as const

export type IconName = keyof typeof icons

/** A line icon in the colour of the text. Without `label` it is decoration and not read aloud. */
export function Icon(props: { name: IconName; label?: string; size?: number }) {
  const size = props.size ?? 20
  const spoken = props.label ? { role: 'img' as const, 'aria-label': props.label } : { 'aria-hidden': true }
  const turns = props.name === 'arrow' || props.name === 'back'
  return (
    <svg class={turns ? 'icon turns' : 'icon'} width={size} height={size} viewBox="0 0 24 24" {...spoken}>
      <path
        d={icons[props.name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}

/** The mark of Passerelle: a footbridge over water. */
export function Mark(props: { size?: number }) {
  const size = props.size ?? 32
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <g fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round">
        <path d="M3 19c7-9.5 19-9.5 26 0" />
        <path d="M9 14.2V10M16 12V7.6M23 14.2V10" />
        <path d="M3 25.5c2.2-2 4.3-2 6.5 0s4.3 2 6.5 0 4.3-2 6.5 0 4.3 2 6.5 0" class="water" />
      </g>
    </svg>
  )
}
