import { useState } from 'react'
import { Button, Drawer, Input, Segmented, Select } from 'antd'
import type { DeliveryTemplate } from '@/domain/delivery/template'
import { fen } from '@/domain/money'
import type { Fen } from '@/domain/money'
import { useAct } from '../cloud/use-act'
import { Field } from '../parts/field'
import { useCarefulClose } from '../parts/use-careful-close'
import { YuanField } from '../parts/yuan-field'
import { shade } from '../theme'
import { AreaFields } from './area-fields'
import { copy } from './copy'
import type { Template } from './screen'

export type Draft = Omit<DeliveryTemplate, 'feeFen'> & { name: string; feeFen: Fen | null }

const words = copy.form
const kinds = (['local', 'express'] as const).map((value) => ({ value, label: copy.kinds[value] }))

const newDraft: Draft = { name: '', kind: 'express', feeFen: fen(1000), freeOverFen: null, areas: [], within: [] }

const draftOf = ({ name, kind, feeFen, freeOverFen, areas, within }: Template): Draft => ({
  name,
  kind,
  feeFen,
  freeOverFen,
  areas,
  within,
})

export const TemplateDrawer = ({ template, onClose }: { template: Template | null; onClose: () => void }) => {
  const [kept] = useState(() => (template ? draftOf(template) : newDraft))
  const [draft, setDraft] = useState(kept)
  const close = useCarefulClose(draft !== kept, onClose)
  const change = (values: Partial<Draft>): void => setDraft({ ...draft, ...values })
  const save = useAct('staff-store', 'saveDeliveryTemplate', copy.refusals.save, { done: words.done, onDone: onClose })
  const { feeFen } = draft
  const isReady = draft.name.trim() !== '' && feeFen !== null && draft.areas.every(({ names }) => names.length > 0)
  const submit = (): void => {
    if (feeFen === null) return
    const areas = draft.areas.map((area) => ({ ...area, names: [...area.names] }))
    void save.run({
      ...(template ? { id: template.id } : {}),
      template: { ...draft, feeFen, areas, within: [...draft.within] },
    })
  }
  return (
    <Drawer
      open
      size={600}
      title={template ? words.title : words.newTitle}
      onClose={close}
      closable={{ placement: 'end' }}
      styles={{ mask: { background: shade.mask } }}
      footer={
        <Button type="primary" disabled={!isReady} loading={save.isBusy} onClick={submit}>
          {words.act}
        </Button>
      }
    >
      <div className="fields">
        <Field label={words.name}>
          <Input
            value={draft.name}
            maxLength={20}
            placeholder={words.nameHint}
            onChange={({ target }) => change({ name: target.value })}
          />
        </Field>
        <Field label={words.kind}>
          <Segmented options={kinds} value={draft.kind} onChange={(kind) => change({ kind })} />
        </Field>
        <Field label={words.fee}>
          <YuanField value={feeFen} onChange={(fee) => change({ feeFen: fee })} />
        </Field>
        <Field label={words.freeOver}>
          <YuanField
            value={draft.freeOverFen}
            placeholder={words.freeOverHint}
            onChange={(freeOverFen) => change({ freeOverFen: freeOverFen || null })}
          />
        </Field>
        <Field label={words.within} isWide>
          <Select<string[]>
            mode="tags"
            open={false}
            suffixIcon={null}
            value={[...draft.within]}
            placeholder={words.withinHint}
            onChange={(within) => change({ within: within.map((name) => name.trim()).filter(Boolean) })}
          />
        </Field>
      </div>
      <AreaFields areas={draft.areas} onChange={(areas) => change({ areas })} />
    </Drawer>
  )
}
