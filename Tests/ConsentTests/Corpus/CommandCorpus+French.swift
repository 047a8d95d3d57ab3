extension CommandCorpus {
    /// French and Italian.
    static let french = #"""
        [fr]
        + STOP SMS svp
        + Stop pub
        + stop au 36180
        + Arrêtez de m'envoyer des messages
        + arretez vos sms
        + Arrêtez tout
        + je veux me desabonner
        + Je souhaite me désinscrire de votre liste
        + Désinscrivez-moi svp
        + Supprimez mon numéro de vos listes
        + merci de me retirer de la liste
        + Retirez-moi de votre liste svp
        + plus de pub merci
        + Je ne veux plus de vos messages
        + je veux plus recevoir de sms
        + Ne m'écrivez plus
        + ne me contactez plus jamais
        + Veuillez cesser de m'écrire
        + Bonjour, merci de ne plus me contacter. Cordialement
        + Je retire mon consentement
        + Je m'oppose à tout démarchage
        + résilier mon abonnement
        + se désabonner
        + désabonnement
        + Stop⏎Envoyé de mon iPhone
        + tout arrêter svp
        ~ arretr
        ~ desaboner
        ~ désinscripton
        ~ desincription svp
        ~ laissez-moi tranquille !
        ~ ça suffit maintenant
        ~ comment me désabonner ?
        ~ Bon stop
        + STOP harcèlement
        ~ pas intéressé merci
        + je ne suis pas intéressée, arrêtez
        ~ stoop pub
        - N'arrêtez pas de m'envoyer les rappels
        - Ne me désabonnez pas svp
        - je n'arrête pas de tousser
        - Faut-il arrêter le traitement ?
        - Le médecin m'a dit d'arrêter les antibiotiques
        - Je suis en arrêt maladie
        - Quel est l'arrêt le plus proche ?
        - l'arrêt de bus est devant
        - descendez au troisième arrêt
        - La fin du film
        - en fin de matinée
        - à la fin du mois
        - fin août
        - enfin !
        - c'est fini ?
        - annuler mon rendez-vous de jeudi
        - Je dois annuler, désolé
        - peut-on annuler la commande 5521 ?
        - supprimer un article du panier
        - comment quitter l'autoroute ?
        - j'ai assez de place
        - assez bien
        - c'est assez
        - non merci
        - non
        - oui d'accord
        - merci beaucoup
        - très bien
        - demain 10h
        - le rouge
        - Je stoppe à 18h
        - sans stop
        - un auto-stoppeur
        - pas de souci
        - plus tard
        - plus de pain ?
        - je n'ai plus de messages dans ma boîte
        - Je ne veux pas rater vos messages
        - quitte à venir plus tôt
        - arrivée à 9h
        + stop merci
        + ARRÊT
        + arrete svp
        + TD
        + Désinscription
        + désabonnez-moi s’il vous plaît
        + je ne veux plus de messages
        + Je ne veux plus recevoir de messages merci
        + ne m'envoyez plus de messages
        + aucun message svp
        ~ STOP 36111
        + STOP au 36111
        - ne pas arret
        - n'arrête pas
        - ne me désabonnez pas
        - fin de semaine
        - arrêt de bus
        - l'arrêt maladie
        - où est l'arrêt ?
        - je suis en arrêt maladie depuis lundi
        - sans arrêt
        - c'est dur
        - annuler mon rendez-vous de lundi
        [it]
        + Basta messaggi per favore
        + basta con questi messaggi
        + Cancellatemi dalla lista
        + cancellami dalla newsletter
        + Disiscrivetemi grazie
        + voglio disiscrivermi
        + annulla iscrizione
        + Non scrivetemi più
        + non mandatemi più messaggi
        + Non inviatemi più pubblicità
        + non voglio ricevere più nulla
        + Smettetela di mandarmi messaggi
        + Smettete di scrivermi per favore
        + Toglietemi dalla lista grazie
        + rimuovetemi
        + Revoco il consenso al trattamento
        + Stop pubblicità
        + stop grazie
        + STOP A TUTTO
        + Vi prego di non contattarmi più
        + niente più messaggi
        + Buongiorno, vorrei cancellarmi dalla lista. Grazie
        + disiscrivi mi
        ~ disicrivimi
        ~ bast
        ~ lasciatemi in pace!!!
        ~ non mi interessa grazie
        ~ come faccio a disiscrivermi?
        ~ ok basta
        ~ numero sbagliato
        ~ basta chiamare, avete rotto
        ~ cancelami
        ~ non voglio più
        - non smettete di mandarmi le offerte
        - non cancellatemi dalla lista
        - non posso smettere di tossire
        - basta un caffè
        - basta così, grazie
        - quanto basta
        - mi basta un'ora
        - due pezzi bastano
        - fine mese
        - alla fine della via
        - il fine settimana
        - la fermata del bus
        - prossima fermata
        - dove ferma il treno?
        - esci alle 5?
        - cancella l'appuntamento di lunedì
        - vorrei annullare l'ordine 4451
        - annullare la prenotazione
        - ho cancellato il volo
        - termina alle 18?
        - devo smettere la cura?
        - no
        - no grazie
        - sì va bene
        - va bene
        - grazie mille
        - martedì alle 16
        - più tardi
        - niente
        - tutto bene
        - il rosso
        - la pasta
        - costa troppo
        - sto bene
        - fine della conversazione telefonica ore 15
        - vorrei più messaggi
        - finestra
        - non fermarti
        - la bassa stagione
        + basta
        + basta, grazie
        + fine
        + cancellami dalla lista per favore
        + non voglio più messaggi
        - non fermarti, basta no
        - non cancellare
        - fine settimana
        - alla fine
        - mi basta poco
        - sto arrivando
        - sto
        """#
}
