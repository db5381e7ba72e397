import { Button } from '@/ui/button'
import { SwitchRow } from '@/ui/list-row'
import { NavBar } from '@/ui/nav-bar'
import { SearchLink } from '@/ui/search-bar'
import { Segment } from '@/ui/segment'
import { Stepper } from '@/ui/stepper'
import { draw } from '../../support/taro-dom/draw'

describe('a button', () => {
  test('acts on a tap and can be reached by keyboard', () => {
    const onTap = jest.fn()
    const view = draw(<Button onTap={onTap}>去拼</Button>)
    view.tap('去拼')
    expect(onTap).toHaveBeenCalledTimes(1)
    expect(view.find('去拼').getAttribute('role')).toBe('button')
  })

  test.each([{ isOff: true }, { isBusy: true }])('takes no tap while %j', (state) => {
    const onTap = jest.fn()
    const view = draw(
      <Button onTap={onTap} {...state}>
        付款
      </Button>,
    )
    view.tap('付款')
    expect(onTap).not.toHaveBeenCalled()
    expect(view.find('付款').getAttribute('aria-disabled')).toBe('true')
  })

  test("what only WeChat may open goes through WeChat's own button", () => {
    const view = draw(<Button native={{ openType: 'share' }}>分享</Button>)
    expect(view.find('分享').tagName).toBe('BUTTON')
  })
})

test('a stepper stays between its ends', () => {
  const onChange = jest.fn()
  const view = draw(<Stepper value={1} max={2} onChange={onChange} label="草莓" />)
  view.tap('草莓，减一')
  expect(onChange).not.toHaveBeenCalled()
  view.tap('草莓，加一')
  expect(onChange).toHaveBeenCalledWith(2)
})

test('a segment tells which view is on', () => {
  const onChange = jest.fn()
  const tabs = [
    { key: 'all', text: '全部' },
    { key: 'to-pay', text: '待付款', count: 2 },
  ] as const
  const view = draw(<Segment tabs={tabs} on="all" onChange={onChange} />)
  expect(view.find('全部').getAttribute('aria-selected')).toBe('true')
  view.tap('待付款2')
  expect(onChange).toHaveBeenCalledWith('to-pay')
})

test('a switch line is one large switch', () => {
  const onChange = jest.fn()
  const view = draw(<SwitchRow title="长辈模式" isOn={false} onChange={onChange} />)
  expect(view.find('长辈模式').getAttribute('aria-checked')).toBe('false')
  view.tap('长辈模式')
  expect(onChange).toHaveBeenCalledWith(true)
})

test('the head draws an arrow only where there is a way back', () => {
  expect(draw(<NavBar title="购物车" isTab />).has('返回')).toBe(false)
  const onBack = jest.fn()
  draw(<NavBar title="订单" onBack={onBack} />).tap('返回')
  expect(onBack).toHaveBeenCalled()
})

test('the search field of the home page is a link that says what it leads to', () => {
  const onTap = jest.fn()
  draw(<SearchLink hint="白灼虾" onTap={onTap} />).tap('搜索，白灼虾')
  expect(onTap).toHaveBeenCalled()
})
