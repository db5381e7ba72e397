import mark from './mark.svg'
import { copy } from './copy'

export const Brand = () => (
  <span className="brand">
    <img src={mark} alt="" width={24} height={18} />
    <span className="brand__name">{copy.brand}</span>
  </span>
)
