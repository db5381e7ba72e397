/** A person in a list: the picture they chose, else the first letter of their name. */
import { useState } from 'react'
import './face.css'

type Props = { name: string; avatar?: string | null; size?: number }

export const Face = ({ name, avatar = null, size = 30 }: Props) => {
  const [broken, setBroken] = useState<string | null>(null)
  const box = { width: size, height: size, fontSize: Math.round(size * 0.42) }
  if (avatar && avatar !== broken)
    return <img className="face" src={avatar} alt="" style={box} onError={() => setBroken(avatar)} />
  return (
    <span className="face" style={box} aria-hidden>
      {Array.from(name)[0] ?? ''}
    </span>
  )
}
