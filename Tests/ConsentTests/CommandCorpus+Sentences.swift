extension CommandCorpus {
    /// Ordinary talk in which a listed word, or nearly one, occurs.
    static let sentences = """
        none|
        none|...
        none|?
        none|👍
        none|❤️
        none|👋
        none|hi ✋
        none|ok
        none|yes
        none|no
        none|ja
        none|sí
        none|hello
        none|please
        none|thank you
        none|don't stop
        none|Don’t stop
        none|DONT STOP
        none|dont stop sending
        none|do not stop
        none|please don't stop sending offers
        none|never stop
        none|I can't stop laughing
        none|it won't stop
        none|please do not unsubscribe me
        none|don't cancel
        none|don't remove me
        none|not the end
        none|nicht stoppen
        none|bitte nicht stopp
        none|Bitte nicht abmelden
        none|nicht kündigen bitte
        none|ich möchte nicht kündigen
        none|no pares
        none|no parar
        none|no quiero cancelar
        none|no me des de baja
        none|nunca parar
        none|ne pas arret
        none|n'arrête pas
        none|ne me désabonnez pas
        none|não parar
        none|não quero sair
        none|não cancelar
        none|non fermarti, basta no
        none|non cancellare
        none|niet stoppen
        none|niet afmelden aub
        none|nie rezygnuję
        none|inte stopp
        none|ikke stop
        none|ikke meld meg av
        none|en lopeta
        none|neodhlásit
        none|iptal etme
        none|ne stop
        none|δεν θέλω διακοπή
        none|μην σταματάς
        none|не стоп
        none|не хочу отписаться
        none|لا تتوقف
        none|لا أريد إلغاء الاشتراك
        none|לא להסיר
        none|不要停
        none|不要退订
        none|不想取消
        none|停止しないで
        none|수신거부 하지 마세요
        none|중지하지 마세요
        none|बंद मत करो
        none|bus stop
        none|"Stop!" he said, and the driver looked up
        none|no stop
        none|end chat
        none|the bus stop
        none|next stop
        none|Where is the next stop?
        none|which stop
        none|is this my stop?
        none|full stop
        none|nonstop flight
        none|non-stop
        none|stop sign
        none|stop by tomorrow
        none|one stop shop
        none|the stop
        none|weekend
        none|the end
        none|The end of the world is near
        none|end of June
        none|in the end we went home
        none|We have got to STOP this terrible bill from passing!!
        none|I will cancel my appointment on Monday at 5
        none|Can I end my contract in May?
        none|cancel my appointment
        none|please cancel the 5 o'clock table
        none|can I cancel my order?
        none|I quit my job
        none|quit smoking
        none|he wrote "stop"
        none|what does "STOP" mean
        none|Reply STOP to unsubscribe
        none|my doctor told me to stop taking the red pills in the morning
        none|He told me to stop sending messages to her mother
        none|did the rain stop?
        none|stop or go?
        none|when does it stop
        none|fine thanks
        none|I'm fine, thank you
        none|that's fine
        none|fine by me
        none|the red one
        none|red please
        none|top
        none|shop
        none|step
        none|stoop
        none|atop
        none|spot
        none|slop
        none|store
        none|stock
        none|start smoking
        none|don't start
        none|I need help with my order
        none|can you help my mother
        none|info about prices
        none|yes please
        none|Der Stopp der Lieferung ist ärgerlich
        none|am Ende
        none|Ende Juni passt mir gut
        none|ohne Ende
        none|bis zum Ende
        none|Ich kann den Termin leider nicht stornieren
        none|Wann ist Schluss?
        none|Stoff
        none|enge
        none|anmelden geht nicht
        none|halt so wie immer
        none|à la fin du mois
        none|fin de semaine
        none|arrêt de bus
        none|l'arrêt maladie
        none|où est l'arrêt ?
        none|je suis en arrêt maladie depuis lundi
        none|sans arrêt
        none|c'est dur
        none|annuler mon rendez-vous de lundi
        none|la baja temporada nos mató las ventas
        none|¿Doy de baja la pauta?
        none|fin de semana
        none|al fin
        none|es más alto que su padre
        none|baja la música
        none|estoy de baja médica
        none|no más de tres personas
        none|hasta
        none|pasta
        none|voy a salir a las ocho
        none|cancelar la cita del lunes
        none|stop, o Zé não vem
        none|vou sair agora com a minha mãe
        none|sem parar
        none|o que é isso
        none|para amanhã às nove
        none|fine settimana
        none|alla fine
        none|mi basta poco
        none|sto arrivando
        none|sto
        none|einde van de maand
        none|volgende stop
        none|stof
        none|koniec miesiąca
        none|slut på veckan
        none|stor
        none|stok til gardinet, tak
        none|konec týdne
        none|son durak
        none|dur bakalım
        none|vége van a filmnek
        none|στο τέλος του μήνα
        none|στο
        none|стол
        none|стоп-кран сломан
        none|конец недели
        none|محطة توقف
        none|תחנת הסר
        none|停车场在哪里
        none|取消预约
        none|公交停了吗
        none|バス停
        none|一時停止の標識
        none|버스 정류장
        none|예약 취소 문의
        none|दुकान बंद है
        none|I will be at the office tomorrow morning, see you then Maria
        none|what time do you open on Sunday?
        none|12345
        none|stopwatch
        none|stopping
        none|Christopher
        none|stopover
        none|good, good
        none|see you at the top
        none|Quittung bitte
        none|quiet please
        none|hotel
        none|unsure
        none|canceled
        none|baja calidad de imagen
        none|Let's not end it here
        """
}
