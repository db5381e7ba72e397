/** A coupon template as the server takes it, from the template as it is shown. */
import type { CallInput } from '@/contract/index'
import type { CouponTemplate } from '@/domain/coupon/template'
import type { Scope } from '@/domain/promotion/scope'

export type TemplateInput = CallInput<'staff-promotion', 'saveTemplate'>

export const scopeInput = (scope: Scope): TemplateInput['scope'] =>
  scope.kind === 'all'
    ? scope
    : scope.kind === 'products'
      ? { kind: 'products', ids: [...scope.ids] }
      : { kind: 'categories', ids: [...scope.ids] }

export const templateInput = ({ id: _, status: __, ...template }: CouponTemplate): TemplateInput => ({
  ...template,
  scope: scopeInput(template.scope),
  combines: [...template.combines],
})
