/**
 * Taro's components as plain DOM elements, for the tests in `tests/app`. Only behaviour that our own components rely on
 * is kept: `onClick`, `onInput` with `detail.value`, hidden texts for screen readers. The real ones are proved in
 * `tests/weapp` and `tests/browser`.
 */
import { createElement, forwardRef } from 'react'
import type { ReactNode, SyntheticEvent } from 'react'

type HostProps = Record<string, unknown> & { children?: ReactNode }

/** Attributes the DOM knows; Taro's own (hoverClass, lazyLoad, …) would only make React warn. */
const PASSED =
  /^(id|className|style|src|alt|value|placeholder|disabled|role|type|maxLength|title|data-.*|aria-.*|on(?!Changing)[A-Z].*)$/
const WITH_VALUE = new Set(['onInput', 'onChange', 'onConfirm', 'onBlur', 'onFocus'])

const withDetail = (handler: unknown) => (event: SyntheticEvent) => {
  if (typeof handler !== 'function') return
  const value = (event.target as HTMLInputElement | null)?.value
  handler(Object.assign(event, { detail: { value } }))
}

/** Taro takes a style as text too; React DOM only as an object. */
const asObject = (style: unknown) =>
  typeof style === 'string'
    ? Object.fromEntries(
        [...style.matchAll(/([\w-]+)\s*:\s*((?:[^;(]|\([^)]*\)*)+)/g)].map(([, name = '', value]) => [
          name.startsWith('--') ? name : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
          value,
        ]),
      )
    : style

const domProps = (props: HostProps): HostProps => {
  const kept: HostProps = {}
  for (const [name, value] of Object.entries(props)) {
    const dom = name === 'ariaLabel' ? 'aria-label' : name === 'ariaRole' || name === 'aria-role' ? 'role' : name
    if (dom === 'style') kept[dom] = asObject(value)
    else if (PASSED.test(dom)) kept[dom] = WITH_VALUE.has(dom) ? withDetail(value) : value
  }
  return { ...kept, ...(props['nativeProps'] as HostProps | undefined) }
}

const VOID_TAGS = new Set(['input', 'img', 'textarea'])
const drawn = (tag: string, name: string) =>
  Object.assign(
    forwardRef<HTMLElement, HostProps>((props, ref) =>
      createElement(tag, { ...domProps(props), ref }, ...(VOID_TAGS.has(tag) ? [] : [props['children'] as ReactNode])),
    ),
    { displayName: name },
  )

export const Block = drawn('div', 'Block')
export const Button = drawn('button', 'Button')
export const Canvas = drawn('canvas', 'Canvas')
export const Checkbox = drawn('input', 'Checkbox')
export const CheckboxGroup = drawn('div', 'CheckboxGroup')
export const CustomWrapper = drawn('div', 'CustomWrapper')
export const Form = drawn('form', 'Form')
export const Image = drawn('img', 'Image')
export const Input = drawn('input', 'Input')
export const Label = drawn('label', 'Label')
export const Navigator = drawn('a', 'Navigator')
export const PageContainer = drawn('div', 'PageContainer')
export const PageMeta = drawn('div', 'PageMeta')
export const Picker = drawn('div', 'Picker')
export const PickerView = drawn('div', 'PickerView')
export const PickerViewColumn = drawn('div', 'PickerViewColumn')
export const Progress = drawn('div', 'Progress')
export const Radio = drawn('input', 'Radio')
export const RadioGroup = drawn('div', 'RadioGroup')
export const RichText = drawn('div', 'RichText')
export const RootPortal = drawn('div', 'RootPortal')
export const ScrollView = drawn('div', 'ScrollView')
export const Slider = drawn('div', 'Slider')
export const Swiper = drawn('div', 'Swiper')
export const SwiperItem = drawn('div', 'SwiperItem')
export const Switch = drawn('input', 'Switch')
export const Text = drawn('span', 'Text')
export const Textarea = drawn('textarea', 'Textarea')
export const Video = drawn('video', 'Video')
export const View = drawn('div', 'View')
export const WebView = drawn('iframe', 'WebView')
