import { Component, type ReactNode, Suspense } from 'react';
import { ErrorNote, Skeleton } from '../ui/states';
import { PageHead } from './page-head';

/** Up to three columns: facts, story, acts. Narrow screens stack them: acts come right after the facts. */
export function DetailPage({ head, facts, acts, children }: { head: ReactNode; facts?: ReactNode; acts?: ReactNode; children: ReactNode }) {
  return (
    <div className="detail">
      <div className="detail-head">{head}</div>
      {facts && <div className="detail-facts">{facts}</div>}
      <div className="detail-main">{children}</div>
      {acts && <div className="detail-acts">{acts}</div>}
    </div>
  );
}

/** A panel that waits and fails alone: one broken part leaves the others readable. Around a whole page, `title` is its heading when it fails. */
export class Panel extends Component<{ children: ReactNode; lines?: number; title?: string; onRetry?: () => void }, { error: unknown }> {
  override state = { error: undefined as unknown };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    const { children, lines, title, onRetry } = this.props;
    const retry = () => {
      onRetry?.();
      this.setState({ error: undefined });
    };
    if (this.state.error) {
      return (
        <>
          {title && <PageHead title={title} />}
          <ErrorNote error={this.state.error} onRetry={retry} />
        </>
      );
    }
    return <Suspense fallback={<Skeleton lines={lines ?? 6} />}>{children}</Suspense>;
  }
}
