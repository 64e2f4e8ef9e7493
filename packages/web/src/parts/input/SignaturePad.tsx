import { TextInput } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './input.module.css'
import { drawStroke, type Ink, inkOf, isSignature, type Point } from './strokes.ts'

/** What was given: a drawn picture (PNG data URL, and its ink) or the name typed with the keyboard; `undefined` while there is none. */
export type Signature = { kind: 'drawn'; png: string; ink: Ink } | { kind: 'typed'; name: string }

type Props = {
  onChange: (signature: Signature | undefined) => void
  /** Told when the pad turns to typing and back: a form that asks for the name need not ask twice. */
  onTyping?: (typing: boolean) => void
  disabled?: boolean
}

/** Signing with finger, pen or mouse; who can't draw types the name. */
export function SignaturePad({ onChange, onTyping, disabled }: Props) {
  const { t } = useTranslation('parts')
  const [typing, setTyping] = useState(false)
  const [name, setName] = useState('')
  const type = (text: string): void => {
    setName(text)
    onChange(text.trim() ? { kind: 'typed', name: text.trim() } : undefined)
  }
  const change = (): void => {
    setTyping(!typing)
    onTyping?.(!typing)
    setName('')
    onChange(undefined)
  }
  return (
    <div>
      {typing ? (
        <>
          <div className={`${css.pad} ${css.typed}`} aria-hidden="true">
            {name}
          </div>
          <TextInput
            mt={8}
            label={t('signature.typed')}
            value={name}
            autoComplete="name"
            disabled={disabled ?? false}
            onChange={event => type(event.currentTarget.value)}
          />
        </>
      ) : (
        <Drawing onChange={onChange} disabled={disabled ?? false} />
      )}
      <button type="button" className={css.other} onClick={change} disabled={disabled}>
        {typing ? t('signature.draw') : t('signature.type')}
      </button>
    </div>
  )
}

function Drawing({ onChange, disabled }: { onChange: Props['onChange']; disabled: boolean }) {
  const { t } = useTranslation('parts')
  const canvas = useRef<HTMLCanvasElement>(null)
  const strokes = useRef<Point[][]>([])
  const [inked, setInked] = useState(false)

  useEffect(() => {
    const paper = canvas.current
    if (!paper) return
    const fit = (): void => {
      paper.width = paper.clientWidth * devicePixelRatio
      paper.height = paper.clientHeight * devicePixelRatio
      const pen = penOf(paper)
      for (const stroke of strokes.current) if (pen) drawStroke(pen, stroke)
    }
    fit()
    const watch = new ResizeObserver(fit)
    watch.observe(paper)
    return () => watch.disconnect()
  }, [])

  const at = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (disabled) return
    event.currentTarget.setPointerCapture(event.pointerId)
    strokes.current.push([at(event)])
    setInked(true)
  }
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const stroke = strokes.current.at(-1)
    const pen = penOf(event.currentTarget)
    if (!stroke || !pen) return
    stroke.push(at(event))
    drawStroke(pen, stroke.slice(-3))
  }
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    const paper = event.currentTarget
    const ink = inkOf(strokes.current, { width: paper.clientWidth, height: paper.clientHeight })
    onChange(isSignature(strokes.current) ? { kind: 'drawn', png: paper.toDataURL('image/png'), ink } : undefined)
  }
  const clear = (): void => {
    const paper = canvas.current
    paper?.getContext('2d')?.clearRect(0, 0, paper.width, paper.height)
    strokes.current = []
    setInked(false)
    onChange(undefined)
  }
  return (
    <div className={css.pad}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('signature.label')}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className={css.base}>
        {!inked && t(matchMedia('(pointer: coarse)').matches ? 'signature.here' : 'signature.hereMouse')}
      </div>
      {inked && !disabled && (
        <button type="button" className={css.padAction} onClick={clear}>
          <IconEraser size={16} stroke={1.6} aria-hidden />
          {t('signature.again')}
        </button>
      )}
    </div>
  )
}

/** Ink in CSS pixels on a canvas of device pixels. */
function penOf(paper: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const pen = paper.getContext('2d')
  if (!pen) return null
  pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  pen.strokeStyle = getComputedStyle(paper).getPropertyValue('--ink') || '#1b2a6b'
  pen.lineWidth = 2.6
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  return pen
}
