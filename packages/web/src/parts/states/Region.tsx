import type { UseQueryResult } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import { ErrorPanel } from './ErrorPanel.tsx'
import { Skeletons } from './Skeletons.tsx'

type RegionProps<Data> = {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>
  /** What failed, as a sentence, should it fail. */
  failed: string
  /** What is still right then. */
  safe?: string
  shape?: 'rows' | 'lines'
  count?: number
  children: (data: Data) => ReactNode
}

/** A region that loads by itself: skeleton, error or content; a failure of it, or in it, stays inside it. */
export function Region<Data>({ query, failed, safe, shape, count, children }: RegionProps<Data>) {
  if (query.data !== undefined) return <Boundary failed={failed}>{children(query.data)}</Boundary>
  if (query.error)
    return (
      <ErrorPanel title={failed} error={query.error} onRetry={() => void query.refetch()}>
        {safe}
      </ErrorPanel>
    )
  return <Skeletons {...(shape && { shape })} {...(count && { count })} />
}

type BoundaryProps = { failed?: string; children: ReactNode }

/** Keeps a region that throws while it is drawn from taking down its neighbours. */
export class Boundary extends Component<BoundaryProps, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override componentDidCatch(error: Error): void {
    console.error(error)
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children
    return <Broken failed={this.props.failed} onRetry={() => this.setState({ error: undefined })} />
  }
}

function Broken({ failed, onRetry }: { failed: string | undefined; onRetry: () => void }) {
  const { t } = useTranslation('parts')
  return <ErrorPanel title={failed ?? t('error.unknownArea')} error={undefined} onRetry={onRetry} />
}
