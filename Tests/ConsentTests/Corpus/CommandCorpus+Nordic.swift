extension CommandCorpus {
    /// Swedish, Danish, Norwegian and Finnish.
    static let nordic = #"""
        [sv]
        + Sluta skicka meddelanden
        + avregistrera mig tack
        + Ta bort mig från listan
        + Jag vill inte ha fler sms
        + STOPP tack
        + avsluta prenumeration
        + inga fler sms tack
        + Ta bort mitt nummer
        ~ avrgistrera
        ~ lämna mig ifred!
        ~ hur avregistrerar jag mig?
        ~ nej stopp
        - sluta inte skicka påminnelser
        - inte stopp
        - nästa hållplats
        - mjölken är slut
        - till slut kom bussen
        - jag slutar jobbet klockan fem
        - ska jag sluta med medicinen?
        - avboka tiden på måndag
        - avbryt inte nu
        - nej tack
        - nej
        - ja gärna
        - stor storlek tack
        - i slutet av veckan
        - röd
        + avsluta tack
        - slut på veckan
        - stor
        [da]
        + Afmeld mig tak
        + afmeld nyhedsbrev
        + Stop med at skrive til mig
        + jeg vil ikke have flere beskeder
        + fjern mig fra listen tak
        + Slet mit nummer
        + ikke flere sms tak
        + Jeg vil gerne afmeldes
        ~ afmedl
        ~ lad mig være i fred
        ~ hvordan afmelder jeg mig?
        ~ ok stop
        - stop ikke med at sende
        - ikke afmeld mig
        - næste stop
        - slutningen af ugen
        - mælken er sluppet op
        - filmen er slut
        - skal jeg stoppe med pillerne?
        - aflys min tid på mandag
        - nej tak
        - nej
        - ja tak
        - stort navn
        - rød
        - nok til fire?
        - jeg holder fri på fredag
        + afmeld venligst
        - ikke stop
        - stok til gardinet, tak
        [no]
        + meld meg av
        + Avslutt abonnementet
        + Stopp meldingene
        + ikke send meg mer
        + Jeg vil ikke ha flere meldinger
        + fjern meg fra listen
        + slett nummeret mitt
        + UNSUB takk
        + avslutt
        ~ avmled
        ~ la meg være i fred
        ~ hvordan melder jeg meg av?
        ~ ja stopp
        - ikke stopp meldingene
        - neste stopp
        - til slutt fant jeg det
        - slutten av uka
        - melken er slutt
        - bør jeg slutte med medisinen?
        - avbestille timen på mandag
        - nei takk
        - nei
        - ja takk
        - stor størrelse
        - rød
        - nok til fire?
        - bussen stopper her
        + UNSUB
        + meld av takk
        - ikke meld meg av
        [fi]
        + Lopettakaa viestien lähettäminen
        + En halua enää viestejä
        + peruuta tilaus
        + poistakaa numeroni listalta
        + Haluan perua tilauksen
        + ei enää viestejä kiitos
        + älkää lähettäkö minulle viestejä
        + STOP kiitos
        ~ lopeeta
        ~ jättäkää minut rauhaan
        ~ miten perun tilauksen?
        ~ ok lopeta
        - älä lopeta
        - en halua lopettaa
        - seuraava pysäkki
        - viikon loppu
        - kuun lopussa
        - pitääkö lääke lopettaa?
        - peru maanantain aika
        - voinko perua varauksen?
        - ei kiitos
        - ei
        - kyllä kiitos
        - peruna
        - punainen
        - riittääkö kaksi?
        - kaksi riittää
        + lopeta kiitos
        - en lopeta
        """#
}
