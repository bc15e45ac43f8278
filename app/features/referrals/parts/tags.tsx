import { Tag } from '../../../shared/ui/index.ts'

/** Words side by side that wrap as they must. */
export const Tags = ({ words }: { words: { key: string; word: string }[] }) => (
  <span class="tags">
    {words.map(({ key, word }) => (
      <Tag key={key}>{word}</Tag>
    ))}
  </span>
)
