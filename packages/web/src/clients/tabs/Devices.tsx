import { useState } from 'react'
import { Register, type Shown } from '../../assets/list/Register.tsx'
import css from '../clients.module.css'

/** The client's part of the register of devices. */
export function Devices({ client, name, zone }: { client: string; name: string; zone: string }) {
  const [shown, setShown] = useState<Shown>('in-service')
  return (
    <div className={css.inset}>
      <Register client={client} name={name} zone={zone} shown={shown} onShow={setShown} />
    </div>
  )
}
