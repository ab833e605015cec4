import { useEffect, useState } from 'preact/hooks';

/**
 * The role one plays, held in the address (`?as=admin`, `member`, `mailbox` or a user id) so that a reload and a
 * shared link keep it.
 */
export function useRole() {
  const [role, setRole] = useState(roleInAddress);
  useEffect(() => {
    const follow = () => setRole(roleInAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const play = (next) => {
    history.pushState(null, '', `?as=${encodeURIComponent(next)}`);
    setRole(next);
  };
  return [role, play];
}

function roleInAddress() {
  return new URLSearchParams(location.search).get('as') ?? 'admin';
}
