/** Own line icons on a 16 px grid: each is one path, drawn in the colour of the text. */
const paths = {
  today: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M6 9.8l1.4 1.4 2.8-2.9',
  queue: 'M2.5 4h11M2.5 8h8M2.5 12h5',
  cases: 'M2 4.5h4l1.5 1.5H14v7H2zM2 4.5V3h4.5l1 1.5',
  import: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 11v2.5h11V11',
  download: 'M8 2v8M4.8 7 8 10.2 11.2 7M3 13.5h10',
  money: 'M2 4h12v8H2zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM4.3 8h.1M11.6 8h.1',
  remit: 'M2 12.5h12M3.5 10.5v-4M6.5 10.5v-4M9.5 10.5v-4M12.5 10.5v-4M2 6.5 8 2.5l6 4z',
  clients: 'M3 14V3h6v11M9 6.5h4V14M2 14h12M5 5.5h2M5 8h2M5 10.5h2M11 9h.2M11 11.5h.2',
  phone: 'M3 2.5h2.6l1.2 3-1.5 1.2a8 8 0 0 0 4 4l1.2-1.5 3 1.2V13a1 1 0 0 1-1 1A10.5 10.5 0 0 1 2 3.500a1 1 0 0 1 1-1z',
  mail: 'M2 3.5h12v9H2zM2 4l6 5 6-5',
  letter: 'M4 2h5.500L12 4.500V14H4zM9.500 2v2.500H12M6 8h4M6 10.500h4',
  note: 'M3 2.500h10v7L9.500 13H3zM9.500 13V9.500H13',
  promise: 'M3 8.500l3 3 7-7.500',
  dispute: 'M8 2 14.500 13.500H1.500zM8 6.500v3M8 11.600v.1',
  plan: 'M2.500 3.500h11v10h-11zM2.500 6.500h11M5.500 2v3M10.500 2v3M5.500 9h.1M8 9h.1M10.500 9h.1M5.500 11.500h.1M8 11.500h.1',
  hold: 'M5.500 3.500v9M10.500 3.500v9',
  resume: 'M5 3.500v9l7-4.500z',
  close: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
  search: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM10.300 10.300l3.400 3.400',
  bell: 'M8 2a3.8 3.8 0 0 0-3.8 3.8c0 3.4-1.4 4.6-1.4 5.6h10.4c0-1-1.4-2.200-1.400-5.600A3.800 3.800 0 0 0 8 2zM6.600 13.400a1.500 1.500 0 0 0 2.800 0',
  user: 'M8 2.500a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600zM2.500 14c.5-3 2.600-4.500 5.500-4.500s5 1.500 5.500 4.500',
  next: 'M6 3.500 10.500 8 6 12.500',
  back: 'M10 3.500 5.500 8l4.500 4.500',
  down: 'M3.500 6 8 10.500 12.500 6',
  menu: 'M2 4h12M2 8h12M2 12h12',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.200v4M8 4.800v.1',
  check: 'M3 8.500l3 3 7-7.500',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.500V8l2.500 1.500',
  eye: 'M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8zM8 6.200a1.800 1.800 0 1 0 0 3.600 1.800 1.800 0 0 0 0-3.600z',
  open: 'M9 2.500h4.500V7M13.500 2.500 7.500 8.500M11.500 9v4.500h-9v-9H7',
  brand:
    'M8 2a6 6 0 1 0 0 12c1.200 0 1.500-.8 1.200-1.700-.4-1.200.3-2.300 1.600-2.300H12c1.300 0 2-.9 2-2.200C14 4.500 11.300 2 8 2zM5 7.500h.1M7 5h.1M10.300 5.300h.1',
  plus: 'M8 3v10M3 8h10',
  trash: 'M2.500 4.500h11M6 4.500V2.500h4v2M4 4.500l.7 9h6.600l.7-9',
  gear: 'M8 5.700a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600zM8 1.800v1.700M8 12.500v1.700M1.800 8h1.700M12.500 8h1.700M3.600 3.600l1.200 1.200M11.200 11.200l1.200 1.200M12.400 3.600l-1.200 1.200M4.800 11.200l-1.200 1.200',
} as const;
export type IconName = keyof typeof paths;

/** Decoration only: the words stand beside it or in the label of its button. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
