/** Facts of the store that shoppers see, the hours it promises, and when stock counts as low. */
import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { StoreSettings } from '@/contract/staff-store'
import { useState } from 'react'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { Card, Page } from '../parts/page'
import { Failed, Skeleton } from '../parts/states'
import { UnsavedGuard } from '../parts/unsaved-guard'
import { clockText } from './clock-text'
import { copy } from './copy'
import './settings.css'

const hours = ['orderBeforeMinute', 'readyFromMinute', 'readyUntilMinute'] as const
type Hour = (typeof hours)[number]

const hourNames = {
  orderBeforeMinute: copy.orderBefore,
  readyFromMinute: copy.readyFrom,
  readyUntilMinute: copy.readyUntil,
} as const satisfies Record<Hour, string>

const QUARTER = 15
const quarters = Array.from({ length: (24 * 60) / QUARTER }, (_, at) => at * QUARTER)

/** Every quarter of an hour, and the saved minute if it lies between two. */
const choices = (saved: number) =>
  [...new Set([...quarters, saved])].sort((a, b) => a - b).map((value) => ({ value, label: clockText(value) }))

export const Screen = () => {
  const { data, error, refetch } = useCloud('staff-store', 'settings', {}, { isStill: true })
  if (data) return <Settings key={JSON.stringify(data)} saved={data} />
  return (
    <Page title={copy.title}>{error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton />}</Page>
  )
}

/** What was emptied is nothing, not an empty text. */
const trimmed = (settings: StoreSettings): StoreSettings => ({
  ...settings,
  notice: settings.notice?.trim() || null,
  servicePhone: settings.servicePhone?.trim() || null,
})

const wanted = [{ required: true, message: copy.wanted }]

const Settings = ({ saved }: { saved: StoreSettings }) => {
  const [form] = Form.useForm<StoreSettings>()
  const [isChanged, setChanged] = useState(false)
  const draft = Form.useWatch([], form) as StoreSettings | undefined
  const can = useCan()
  const save = useAct('staff-store', 'saveSettings', copy.refusals, {
    done: copy.saved,
    touches: ['staff', 'staff-order', 'staff-catalog'],
    onDone: () => setChanged(false),
  })
  const shown = { ...saved, ...draft }
  return (
    <Page
      title={copy.title}
      actions={
        can('store.write') && (
          <>
            {isChanged && <span className="aside">{copy.unsaved}</span>}
            <Button type="primary" disabled={!isChanged} loading={save.isBusy} onClick={() => form.submit()}>
              {copy.save}
            </Button>
          </>
        )
      }
    >
      <Form<StoreSettings>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="settings"
        initialValues={saved}
        disabled={!can('store.write')}
        onValuesChange={() => setChanged(true)}
        onFinish={(values) => void save.run(trimmed({ ...saved, ...values }))}
      >
        <Card title={copy.store}>
          <Form.Item name="name" label={copy.name} rules={wanted}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="notice" label={copy.notice}>
            <Input.TextArea maxLength={60} showCount rows={2} placeholder={copy.noticeHint} />
          </Form.Item>
          <Form.Item
            name="servicePhone"
            label={copy.phone}
            rules={[{ pattern: /^[0-9-]{5,20}$/, message: copy.phoneRule }]}
          >
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="searchHint" label={copy.searchHint} extra={copy.searchHintNote} rules={wanted}>
            <Input maxLength={20} />
          </Form.Item>
        </Card>
        <div className="settings__side">
          <Card title={copy.promise} aside={copy.promiseAside}>
            {hours.map((hour) => (
              <Form.Item key={hour} name={hour} label={hourNames[hour]} rules={wanted}>
                <Select<number> options={choices(saved[hour])} showSearch={{ optionFilterProp: 'label' }} />
              </Form.Item>
            ))}
            <p className="aside">
              {copy.promiseText(
                clockText(shown.orderBeforeMinute),
                clockText(shown.readyFromMinute),
                clockText(shown.readyUntilMinute),
              )}
            </p>
          </Card>
          <Card title={copy.stock}>
            <Form.Item name="lowStockAt" label={copy.lowStockAt} extra={copy.lowStockNote} rules={wanted}>
              <InputNumber min={0} max={999} precision={0} suffix={copy.pieces} style={{ width: '100%' }} />
            </Form.Item>
          </Card>
        </div>
      </Form>
      <UnsavedGuard isUnsaved={isChanged && !save.isBusy} />
    </Page>
  )
}
