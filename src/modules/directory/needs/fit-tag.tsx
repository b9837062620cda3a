import type { Fit } from '#modules/catalogue/index.ts'
import { Tag } from '#ui/tag.tsx'

/** Whether a software meets a need wholly or in part. */
export const FitTag = ({ fit }: { fit: Fit }) =>
  fit.level === 'full' ? (
    <Tag label="Répond au besoin" tone="teal" />
  ) : (
    <Tag label="Répond en partie" tone="ochre" />
  )

/** What is missing begins a line here, and goes on a sentence elsewhere. */
export const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
