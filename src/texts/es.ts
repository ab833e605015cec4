import { joinList } from './join-list.ts';
import type { Texts } from './texts.ts';

const list = (items: readonly string[]) => joinList(items, 'es_ES');

export const spanish: Texts = {
  welcome: ({ firstName, teamName, inviterName, channels }) =>
    [
      `### ¡Le damos la bienvenida${firstName && `, ${firstName}`}! 👋`,
      `Esto es kChat, donde se comunica **${teamName}**: mensajes, canales, llamadas y archivos en un solo lugar.`,
      inviterName &&
        `**${inviterName}** le ha enviado la invitación y le ayudará con gusto, como todos en el canal General.`,
      channels.length > 0 ? `**Sus canales:** ${list(channels)}. ¡Pase a saludar!` : '',
      'kChat forma parte de su kSuite. **Mail, kDrive, Calendar, kMeet** y las demás aplicaciones están en el **menú de aplicaciones, arriba a la derecha**.',
      '_Conviene saberlo:_ la gestión de la kSuite (personas, productos, facturas) corresponde a los administradores y no forma parte del rol de usuario. Pregúnteles si le falta algo.',
    ]
      .filter(Boolean)
      .join('\n\n'),
  notice: (arrivals, others) => {
    const names = arrivals.map(({ name }) => `**${name}**`);
    if (others > 0) names.push(others === 1 ? 'otra persona' : `otras ${others} personas`);
    const inviter = arrivals.length === 1 && others === 0 ? arrivals[0]?.inviterName : undefined;
    return `👋 ${list(names)} ${names.length === 1 ? 'se ha unido' : 'se han unido'} a nosotros.${inviter ? ` Por invitación de ${inviter}.` : ''} ¡Les damos la bienvenida!`;
  },
  arrived: (person, { channels, missing }) =>
    `✅ ${person} ha aceptado tu invitación y ya está en kChat.` +
    (channels.length > 0 ? ` Se ha añadido a ${list(channels)}.` : '') +
    (missing.length > 0 ? ` No ha sido posible en ${list(missing)}: hazlo a mano, por favor.` : ''),
  approved: (person) => `✅ Tu petición de invitar a ${person} se ha aprobado.`,
  denied: (person, { reason }) => `✋ Tu petición de invitar a ${person} no se aprobó${reason ? `: ${reason}` : '.'}`,
  reminder: (person, { until }) => `⏰ La invitación de ${person} termina el ${until} y todavía no se ha aceptado.`,
  expired: (person, { command }) =>
    `⌛ La invitación de ${person} ha caducado sin respuesta. Para invitar de nuevo: ${command}`,
  keepsSeat: (command) => `Sigue ocupando su plaza de kSuite en Infomaniak; para liberarla: ${command}`,
  rejected: (person, { command }) => `✋ ${person} ha rechazado tu invitación. Para invitar de nuevo: ${command}`,
  revoked: (person, { command }) =>
    `🚫 La invitación de ${person} se ha cancelado en Infomaniak. Para invitar de nuevo: ${command}`,
  revokedBy: (person, { by, reason, command }) =>
    `🚫 ${by} ha revocado la invitación de ${person}: su enlace ya no funciona.${reason === undefined ? '' : ` Motivo: ${reason}`}\nPara invitar de nuevo: ${command}`,
  acceptedLate: (person, { state }) =>
    `⚠️ ${person} ha aceptado una invitación que ya no era válida (${state}). No se ha enviado ninguna bienvenida. Comprueba en el Manager si esta persona debe tener acceso.`,
  deliveryFailed: (person, { what, reason }) =>
    `⚠️ Para ${person} no ha sido posible: ${what}. ${reason} Hazlo a mano, por favor.`,
};
