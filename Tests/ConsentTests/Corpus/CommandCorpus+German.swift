extension CommandCorpus {
    /// German and Dutch.
    static let german = #"""
        [de]
        + Bitte keine SMS mehr
        + keine Werbung mehr bitte!
        + Keine weiteren SMS
        + bitte abmelden!!
        + Bitte melden Sie mich ab
        + Meldet mich bitte ab
        + Newsletter abbestellen
        + Ich bestelle den Newsletter ab
        + alle abbestellen
        + Bitte alle Nachrichten stoppen
        + stop werbung
        + Stopp, kein Interesse
        + Nehmen Sie mich bitte aus dem Verteiler
        + bitte aus dem Verteiler nehmen
        + Bitte löschen Sie meine Nummer
        + löschen Sie mich aus Ihrer Liste
        + Schreiben Sie mir bitte nicht mehr
        + Ich möchte keine Nachrichten mehr erhalten.
        + Ich möchte keine Infos mehr bekommen
        + ich will das nicht mehr, bitte abmelden
        + Hiermit widerrufe ich meine Einwilligung
        + Ich widerrufe meine Einwilligung zur Kontaktaufnahme
        + Widerruf
        + Abo kündigen bitte
        + Hör auf mir zu schreiben
        + hören Sie auf mir zu schreiben
        + Aufhören!
        + Schluss damit
        + Hallo, bitte tragen Sie mich aus. Danke!
        + Stop⏎Von meinem iPhone gesendet
        + Bitte unterlassen Sie weitere Nachrichten
        + Ich wünsche keine weitere Kontaktaufnahme
        ~ stoopp
        ~ abmeldem
        ~ abmleden
        ~ abbestelen bitte
        ~ stopp das ist belästigung
        ~ Lasst mich endlich in Ruhe
        ~ kein Interesse danke
        ~ jetzt reichts
        ~ Wie melde ich mich ab?
        ~ kündigne
        ~ ok stopp
        ~ Ich habe mich nie angemeldet. Stopp!
        ~ ich will nicht mehr
        ~ Das nervt
        - Bitte nicht abmelden, ich komme doch
        - Ich habe mich abgemeldet im Büro
        - bitte melden Sie sich bei mir
        - Der Bus hält an jedem Stopp
        - Ende der Woche passt besser
        - Ende gut, alles gut
        - am Ende des Monats
        - Ende 2024
        - zu Ende
        - Ich bin fertig
        - Kann man hier halten?
        - Halt! Noch eine Frage
        - halt die Ohren steif
        - wir halten uns dran
        - Das Meeting ist gleich zu Ende
        - Termin stornieren
        - Ich muss meinen Termin am Montag leider absagen
        - bitte Termin löschen
        - Wie kann ich meine Bestellung stornieren?
        - Rechnung wurde storniert
        - Wann endet das Abo?
        - Kündigungsfrist?
        - Ich will mein Fitnessstudio kündigen
        - Muss ich das Medikament abbrechen?
        - Soll ich die Tabletten absetzen oder weiter nehmen?
        - Der Schmerz hört nicht auf
        - Stau, komme später
        - nein
        - Nein danke, heute nicht
        - ja bitte
        - alles klar
        - gut
        - passt
        - kein Problem
        - Das reicht für zwei Personen?
        - genug Platz ist da
        - 17:30 geht
        - Stoppuhr
        - Stopfen
        - rot bitte
        - in Ruhe überlegen
        - Ruhetag?
        - Stadt
        - ohne Stopp durch bis Berlin
        - wegen Stopp am Gotthard verspätet
        - Mein Mann möchte keine Nachrichten verpassen
        + „Stopp“
        + stopp
        + Stopp bitte
        + stop bitte
        + bitte abmelden
        + Abmelden bitte, danke!
        + Kündigen
        + KUENDIGEN
        + austragen
        + keine Nachrichten mehr
        + Ich möchte keine Nachrichten mehr
        + ich moechte keine Nachrichten mehr bekommen
        + Bitte keine weiteren Nachrichten
        + Ich möchte mich abmelden
        + nein danke, abmelden
        + Bitte nicht mehr schreiben!
        ~ abmeldn
        ~ abmeldenn bitte
        ~ Nein! Stopp!
        ~ lass mich in Ruhe
        ~ wie kann ich mich abmelden?
        - ja
        - nicht stoppen
        - bitte nicht stopp
        - Bitte nicht abmelden
        - nicht kündigen bitte
        - ich möchte nicht kündigen
        - Der Stopp der Lieferung ist ärgerlich
        - am Ende
        - Ende Juni passt mir gut
        - ohne Ende
        - bis zum Ende
        - Ich kann den Termin leider nicht stornieren
        - Wann ist Schluss?
        - Stoff
        - enge
        - anmelden geht nicht
        - halt so wie immer
        - Quittung bitte
        [nl]
        + Afmelden graag
        + Ik wil mij afmelden
        + Meld mij af alstublieft
        + meld me aub af
        + Uitschrijven aub
        + ik wil me uitschrijven voor de nieuwsbrief
        + Schrijf mij uit
        + Geen sms'jes meer
        + geen berichten meer svp
        + Stuur geen berichten meer
        + Ik wil geen berichten meer ontvangen
        + Haal mij van de lijst af
        + Verwijder mijn nummer
        + Verwijder mij uit het bestand
        + Stop met berichten sturen
        + stop met appen
        + stop spam
        + Stop alles
        + Opzeggen
        + Ik trek mijn toestemming in
        + Gelieve mij niet meer te contacteren
        + Hou op met berichten sturen
        ~ afmeldne
        ~ uitschrjven
        ~ laat me met rust!
        ~ geen interesse, dank u
        ~ hoe kan ik me afmelden?
        ~ ja stop
        ~ verkeerd nummer
        ~ stop hier eens mee zeg
        ~ oprotten
        ~ ik wil niet meer
        - niet afmelden aub
        - Stop niet met sturen
        - ik stop morgen met mijn medicijnen
        - ik kan niet stoppen met hoesten
        - moet ik stoppen met de pillen?
        - de bus stopt hier
        - waar is de halte?
        - de stop is doorgeslagen
        - er is een stop doorgeslagen
        - einde van de week
        - eind juni
        - aan het einde
        - dat is genoeg
        - genoeg voor vier personen?
        - afspraak annuleren
        - ik wil mijn afspraak van maandag annuleren
        - kan ik nog annuleren?
        - opzeggen van mijn huur
        - hoe laat houdt het op?
        - nee
        - nee dank je
        - ja graag
        - prima
        - bedankt
        - dinsdag om 4 uur
        - rood
        - de stof is mooi
        - stoep
        - non-stop open
        - tot zo
        - ik meld me morgen
        - verwijder de uien graag
        - ik meld me ziek af bij school
        - stapel
        - einde verhaal
        - top!
        - ik wil meer berichten
        + afmelden aub
        + uitschrijven alstublieft
        + ik wil geen berichten meer
        - niet stoppen
        - einde van de maand
        - volgende stop
        - stof
        """#
}
