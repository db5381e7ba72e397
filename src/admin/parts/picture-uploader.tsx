/** Pictures to add, order and take away. Drag to order; arrow keys do the same for the focused one. */
import { useId, useState } from 'react'
import type { Picture as PictureView } from '@/contract/views'
import { copy } from './copy'
import { Icon } from './icon'
import { Picture } from './picture'
import { useUpload } from './use-upload'
import './picture-uploader.css'

type Props = { pictures: readonly PictureView[]; max: number; onChange: (pictures: readonly PictureView[]) => void }

const moved = <T,>(list: readonly T[], from: number, to: number): T[] => {
  const rest = list.filter((_, at) => at !== from)
  rest.splice(to, 0, ...list.slice(from, from + 1))
  return rest
}

export const PictureUploader = ({ pictures, max, onChange }: Props) => {
  const [dragged, setDragged] = useState<number>()
  const { upload, waiting } = useUpload()
  const add = async (files: readonly File[]): Promise<void> => {
    const stored = await upload(files.slice(0, max - pictures.length))
    if (stored.length > 0) onChange([...pictures, ...stored])
  }
  const move = (from: number, to: number): void => {
    if (to >= 0 && to < pictures.length) onChange(moved(pictures, from, to))
  }
  return (
    <ul className="picture-uploader">
      {pictures.map((picture, at) => (
        <li
          key={picture.url}
          tabIndex={0}
          draggable
          className={at === dragged ? 'is-dragged' : ''}
          onDragStart={() => setDragged(at)}
          onDragEnd={() => setDragged(undefined)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => dragged !== undefined && move(dragged, at)}
          onKeyDown={({ key }) => {
            if (key === 'ArrowLeft') move(at, at - 1)
            if (key === 'ArrowRight') move(at, at + 1)
          }}
        >
          <Picture picture={picture} size="100%" radius={8} />
          {at === 0 && <span className="picture-uploader__first">{copy.firstPicture}</span>}
          <button
            type="button"
            className="picture-uploader__remove"
            aria-label={copy.removePicture}
            onClick={() => onChange(pictures.filter((_, other) => other !== at))}
          >
            <Icon name="close" size={11} />
          </button>
        </li>
      ))}
      {pictures.length < max && (
        <li>
          <AddTile waiting={waiting} isMany onFiles={(files) => void add(files)} />
        </li>
      )}
    </ul>
  )
}

type FieldProps = {
  picture: PictureView | null
  onChange: (picture: PictureView | null) => void
  size?: number
  ratio?: number
}

/** One picture, or the place for one: `size` high, `ratio` times as wide. */
export const PictureField = ({ picture, onChange, size = 72, ratio = 1 }: FieldProps) => {
  const { upload, waiting } = useUpload()
  const put = async (files: readonly File[]): Promise<void> => {
    const [stored] = await upload(files.slice(0, 1))
    if (stored) onChange(stored)
  }
  return (
    <div className="picture-field" style={{ width: size * ratio, height: size }}>
      {picture ? (
        <>
          <Picture picture={picture} size={size} ratio={ratio} />
          <button
            type="button"
            className="picture-uploader__remove"
            aria-label={copy.removePicture}
            onClick={() => onChange(null)}
          >
            <Icon name="close" size={11} />
          </button>
        </>
      ) : (
        <AddTile waiting={waiting} onFiles={(files) => void put(files)} />
      )}
    </div>
  )
}

type TileProps = { waiting: number; isMany?: boolean; onFiles: (files: readonly File[]) => void }

const AddTile = ({ waiting, isMany = false, onFiles }: TileProps) => {
  const id = useId()
  return (
    <label
      htmlFor={id}
      className="picture-uploader__add"
      aria-busy={waiting > 0}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        onFiles([...event.dataTransfer.files])
      }}
    >
      <input
        id={id}
        type="file"
        accept="image/*"
        multiple={isMany}
        disabled={waiting > 0}
        aria-label={copy.addPicture}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
      {waiting > 0 ? <span className="aside">{copy.uploading}</span> : <Icon name="plus" size={18} />}
    </label>
  )
}
