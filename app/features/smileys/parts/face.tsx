import { useView } from '../../../shared/ui/index.ts'
import type { Answer } from '../smileys.ts'

/** Mouths tell the faces apart, and words stand beside them; colour says nothing. Own drawings, free of rights (CC0). */
const mouths: Record<Answer, { d: string; filled?: true }> = {
  great: { d: 'M12 27h24c0 8-5 13-12 13S12 35 12 27z', filled: true },
  good: { d: 'M13 29c3 6 7 8 11 8s8-2 11-8' },
  middling: { d: 'M14 33h20' },
  bad: { d: 'M13 36c3-6 7-8 11-8s8 2 11 8' },
  awful: { d: 'M12 38c3-9 8-11 12-11s9 2 12 11zM11 14l7 3M37 14l-7 3', filled: true },
  unknown: { d: 'M18 19c0-4 3-6 6-6s6 2 6 6c0 5-6 5-6 11M24 36v1' },
}

/** A face beside its word, which says it; so it is not read aloud. */
export function Face({ answer, size = 44 }: { answer: Answer; size?: number }) {
  const { d, filled } = mouths[answer]
  return (
    <svg class="smiley" width={size} height={size} viewBox="0 0 48 48" aria-hidden>
      <g fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">
        {answer === 'unknown' ? (
          <circle cx="24" cy="24" r="21" stroke-dasharray="4 5" />
        ) : (
          <>
            <circle cx="24" cy="24" r="21" />
            <path d="M16 19v2M32 19v2" stroke-width="4" />
          </>
        )}
        <path d={d} fill={filled ? 'currentColor' : 'none'} />
      </g>
    </svg>
  )
}

/** What an answer is called: "yes", "a little", "no". */
export function useAnswerWord(): (answer: Answer) => string {
  const { t } = useView()
  return (answer) => t(`smileys.answer.${answer}`)
}
