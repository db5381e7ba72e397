import { Input, Select } from 'antd'
import { Field } from '../parts/field'
import { Card } from '../parts/page'
import { editorCopy } from './copy'
import type { Draft } from './draft'

const words = editorCopy.more

type Props = { draft: Draft; onChange: (values: Partial<Draft>) => void }

export const MoreCard = ({ draft, onChange }: Props) => (
  <Card title={words.title}>
    <div className="fields">
      <Field label={words.subtitle} isWide>
        <Input
          value={draft.subtitle}
          maxLength={80}
          placeholder={words.subtitleHint}
          onChange={(event) => onChange({ subtitle: event.target.value })}
        />
      </Field>
      <Field label={words.tags}>
        <Select<string[]>
          mode="tags"
          open={false}
          suffixIcon={null}
          value={[...draft.tags]}
          maxCount={3}
          placeholder={words.tagsHint}
          onChange={(tags) => onChange({ tags: tags.map((tag) => tag.trim().slice(0, 8)).filter(Boolean) })}
        />
      </Field>
      <Field label={words.keywords}>
        <Select<string[]>
          mode="tags"
          open={false}
          suffixIcon={null}
          value={[...draft.keywords]}
          maxCount={20}
          placeholder={words.keywordsHint}
          onChange={(keywords) =>
            onChange({ keywords: keywords.map((word) => word.trim().slice(0, 20)).filter(Boolean) })
          }
        />
      </Field>
      <Field label={words.description} isWide>
        <Input.TextArea
          value={draft.description}
          autoSize={{ minRows: 3, maxRows: 10 }}
          placeholder={words.descriptionHint}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </Field>
    </div>
  </Card>
)
