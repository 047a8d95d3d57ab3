extension CommandCorpus {
    /// Polish, Czech, Romanian and Hungarian.
    static let central = #"""
        [pl]
        + Proszę o wypisanie z listy
        + wypiszcie mnie
        + Proszę mnie wypisać
        + Wypisuję się
        + rezygnuję z wiadomości
        + rezygnuje z newslettera
        + Rezygnacja
        + Nie chcę dostawać smsów
        + nie chce dostawac wiadomosci
        + proszę nie wysyłać więcej wiadomości
        + Nie piszcie do mnie więcej
        + nie życzę sobie reklam
        + nie życzę sobie takich wiadomości
        + Przestańcie do mnie pisać
        + przestancie wysylac sms
        + Usuńcie mnie z bazy
        + proszę usunąć mój numer z bazy
        + Anuluj subskrypcję
        + Cofam zgodę
        + wycofuję zgodę na kontakt
        + Stop reklamom
        + Stop wszystkim wiadomościom
        + dość tych wiadomości
        + Dzień dobry, proszę o usunięcie z listy. Dziękuję
        ~ rezygnuj
        ~ wypiszz mnie
        ~ rezgnuje
        ~ nie chcę
        ~ dajcie mi święty spokój
        ~ nie jestem zainteresowany, dziękuję
        ~ jak się wypisać?
        ~ ok stop
        ~ pomyłka, zły numer
        + nękanie! stop
        ~ dosyć
        - nie wypisujcie mnie
        - nie rezygnuję
        - nie stop
        - nie przestawajcie wysyłać
        - następny przystanek
        - wysiadam na przystanku
        - koniec tygodnia
        - na koniec miesiąca
        - do końca
        - czy to koniec?
        - chcę zrezygnować z wizyty w piątek
        - odwołać wizytę
        - anuluj zamówienie 5512
        - chciałbym anulować rezerwację
        - usuń cebulę
        - wystarczy jedna sztuka
        - czy dwie wystarczą?
        - dość daleko
        - dość dobrze
        - nie
        - nie dziękuję
        - tak, poproszę
        - dobrze
        - dziękuję
        - wtorek o 16
        - stopa procentowa
        - boli mnie stopa
        - stopy bolą
        - mam zawroty, odstawić leki?
        - czerwony
        - nie chcę czekać do piątku
        - nie chcę cukru
        - wyłącz telefon
        - dajcie znać
        - chcę więcej wiadomości
        - wypis ze szpitala
        - kiedy wypiszą mnie ze szpitala
        + nie chcę więcej wiadomości
        + proszę wypisz mnie
        + rezygnuję
        + REZYGNUJE
        - koniec miesiąca
        [cs]
        + Odhlásit odběr
        + prosím odhlaste mě
        + chci se odhlásit
        + Neposílejte mi zprávy
        + už mi nepište
        + nechci další sms
        + Smažte mě ze seznamu
        + přestaňte mi psát
        + odvolávám svůj souhlas
        ~ odhlsait
        ~ dejte mi pokoj
        ~ jak se odhlásím?
        ~ dobře stop
        - neodhlašujte mě
        - nepřestávejte posílat
        - příští zastávka
        - konec měsíce
        - na konci ulice
        - mám přestat brát léky?
        - zrušit termín v pondělí
        - můžu zrušit objednávku?
        - ne
        - ne děkuji
        - ano prosím
        - dost daleko
        - stačí dva kusy
        - stůl pro dva
        - červená
        - koncert
        + odhlásit prosím
        - neodhlásit
        - konec týdne
        [ro]
        + Dezabonare
        + vreau sa ma dezabonez
        + Nu mai vreau mesaje
        + nu-mi mai trimiteți mesaje
        + opriți mesajele vă rog
        + Ștergeți-mă din listă
        + stop va rog
        + îmi retrag consimțământul
        ~ dezabonrae
        ~ lăsați-mă în pace
        ~ cum mă dezabonez?
        ~ da stop
        - nu mă dezabonați
        - nu opriți mesajele
        - stația următoare
        - sfârșitul lunii
        - ploaia s-a oprit
        - să opresc tratamentul?
        - anulare programare luni
        - pot anula comanda?
        - nu
        - nu mulțumesc
        - da vă rog
        - ajunge azi coletul?
        - două ajung
        - bine
        - roșu
        + dezabonare vă rog
        [hu]
        + Leiratkozom
        + le szeretnék iratkozni
        + Ne küldjenek több üzenetet
        + nem kérek több sms-t
        + töröljenek a listáról
        + töröljék a számomat
        + ne írjanak többet
        + visszavonom a hozzájárulásom
        + Stop köszönöm
        ~ leirakozás
        ~ hagyjanak békén
        ~ hogyan tudok leiratkozni?
        ~ jó stop
        - ne iratkoztassanak le
        - nem akarok leiratkozni
        - következő megálló
        - a hónap vége
        - vége a filmnek
        - abbahagyjam a gyógyszert?
        - lemondom a hétfői időpontot
        - lemondhatom a rendelést?
        - nem
        - nem köszönöm
        - igen kérem
        - elég kettő
        - elég messze van
        - stabil
        - piros
        + leiratkozás köszönöm
        - ne stop
        - vége van a filmnek
        """#
}
