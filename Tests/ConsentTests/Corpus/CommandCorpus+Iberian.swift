extension CommandCorpus {
    /// Spanish and Portuguese.
    static let iberian = #"""
        [es]
        + BAJA
        + Quiero darme de baja del servicio
        + dar de baja por favor
        + Denme de baja ya
        + Por favor dejen de enviarme mensajes
        + ya no me manden mensajes
        + No me escriban más
        + no me manden mas nada
        + No quiero recibir más publicidad
        + no quiero que me envíen mensajes
        + Elimínenme de su lista
        + bórrenme de su lista por favor
        + borren mi numero
        + saquenme de la lista
        + Cancelar suscripción por favor
        + desuscribirme
        + quiero cancelar la suscripción
        + Basta de mensajes!!
        + stop publicidad
        + Stop por favor
        + Parar todo
        + paren de mandar mensajes
        + Retiro mi consentimiento
        + No deseo recibir más sms, gracias
        + No me molesten mas
        + ALTO
        + Alto ya
        ~ bja
        + desuscribir me
        ~ desuscrivirme
        ~ cancelr
        ~ Déjenme en paz de una vez
        ~ no me interesa gracias
        ~ ya estuvo bueno, no más
        ~ cómo me doy de baja?
        ~ ok, baja
        ~ stop idiotas
        ~ ya no quiero
        ~ número equivocado
        ~ no molestar
        - No me den de baja, sí quiero
        - no paren de mandarme ofertas
        - no pares
        - La presión está baja
        - estoy de baja por enfermedad
        - temporada baja
        - Planta baja, puerta 3
        - baja un poco el precio?
        - talla baja
        - soy alto, mido 1,90
        - en voz alta
        - salir a comer
        - a qué hora sale el bus?
        - puedo salir antes?
        - cancelar mi cita del viernes
        - quiero cancelar la reserva 8841
        - se canceló el vuelo
        - para terminar, una pregunta
        - fin de mes
        - al final de la calle
        - por fin!
        - ya basta con dos cajas?
        - basta con traer el DNI
        - la parada de bus
        - parada siguiente
        - ¿dónde paro?
        - no más de dos por favor
        - nada más, gracias
        - no
        - no gracias
        - sí, por favor
        - vale
        - gracias
        - el martes a las 5
        - eliminar la cebolla del pedido
        - ¿puedo eliminar un producto?
        - no puedo parar de toser
        - ¿debo parar la medicación?
        - todo bien
        - todo
        - más información
        - hasta luego
        - quiero más mensajes de estos
        - terminar el trámite
        + STOP gracias
        + baja, por favor
        + No más
        + no quiero más mensajes
        + Por favor no me envíen más mensajes
        + quiero darme de baja
        + cancelar suscripción
        + alto
        ~ quiero cancelar
        - sí
        - no parar
        - no quiero cancelar
        - no me des de baja
        - nunca parar
        - la baja temporada nos mató las ventas
        - ¿Doy de baja la pauta?
        - fin de semana
        - al fin
        - es más alto que su padre
        - baja la música
        - estoy de baja médica
        - no más de tres personas
        - hasta
        - pasta
        - voy a salir a las ocho
        - cancelar la cita del lunes
        - baja calidad de imagen
        [pt]
        + SAIR
        + Quero sair dessa lista
        + me tira dessa lista pfv
        + Parar de receber mensagens
        + pare de me mandar mensagem
        + parem de me enviar mensagens por favor
        + não me mande mais mensagens
        + Não quero mais receber mensagens de vocês
        + nao quero receber propaganda
        + cancelar inscrição
        + cancelar envio
        + Descadastrar meu número
        + me descadastra por favor
        + remova meu número da lista
        + Retire meu contato da sua lista
        + chega de mensagem
        + Stop por favor
        + parar tudo
        + revogo meu consentimento
        + Favor não enviar mais mensagens
        + Bom dia, por favor me removam da lista. Obrigada
        + não entre mais em contato comigo
        + bloquear mensagens
        ~ descadstrar
        ~ cancelr
        ~ me deixa em paz por favor
        ~ não tenho interesse, obrigado
        ~ como faço para sair da lista?
        ~ chega!!!! já falei
        ~ ok sair
        ~ para de me mandar isso, é a terceira vez
        ~ número errado
        ~ não quero mais
        - não pare de mandar as promoções
        - não quero sair da lista
        - não cancele por favor
        - vou sair às 5
        - posso sair mais cedo?
        - saí de casa agora
        - a que horas você sai?
        - parar de tomar o remédio?
        - a dor não para
        - para quando fica pronto?
        - para mim tanto faz
        - vai para onde?
        - cancelar a consulta de amanhã
        - quero cancelar o pedido 3321
        - foi cancelado
        - fim de semana
        - no fim do mês
        - remover a cebola
        - chega amanhã?
        - meu pedido não chega
        - o pacote chega que horas
        - já chegou
        - basta levar o RG?
        - parada de ônibus
        - ponto final
        - baixa temporada
        - não
        - não obrigado
        - sim, pode ser
        - tudo bem
        - tudo
        - obrigada
        - terça às 15h
        - mais tarde
        - quero mais mensagens
        - sem problemas
        - encerrar o expediente às 18h
        - o vermelho
        + pare por favor
        + obrigado, pode parar
        + não quero mais receber mensagens
        + por favor me tire da lista
        + descadastrar
        - não parar
        - não quero sair
        - não cancelar
        - stop, o Zé não vem
        - vou sair agora com a minha mãe
        - sem parar
        - o que é isso
        - para amanhã às nove
        """#
}
