import Consent
import Testing

/// Texts for the commands other than STOP, and texts that name STOP as well.
///
/// A line is `command|text|text …`; `none` is for texts that are no command at all.
enum CommandRequests {
    struct Case: Sendable, CustomTestStringConvertible {
        let expected: CommandKind?
        let text: String
        var testDescription: String { "\(expected?.rawValue ?? "none"): \(text)" }
    }

    static let cases: [Case] = table.split(separator: "\n").flatMap { line in
        let fields = line.split(separator: "|").map(String.init)
        return fields.dropFirst().map { Case(expected: CommandKind(rawValue: fields[0]), text: $0) }
    }

    private static let table = """
        start|START|start please|unstop|alta|iniciar|reprendre|anmelden|Старт|开始|시작|शुरू
        start|start again|subscribe me please|başla|inizia|wznów|resume
        help|HELP|help!|Hilfe bitte|aide|ayuda|info|hulp|aide stp|помощь|帮助|도움말|मदद|βοήθεια
        help|pomoc proszę|yardım|مساعدة|עזרה|apua|hjælp|hjälp tack|nápověda|ajutor|segítség
        delete|delete my data|Delete my data!|please delete all my data|delete my account
        delete|erase my data|Forget me|I want to delete my account please|remove my personal data
        delete|I would like to have my data deleted|can you delete my data please
        delete|right to be forgotten
        delete|lösche meine Daten|Bitte löschen Sie meine Daten|meine Daten löschen, danke
        delete|Ich möchte meine Daten löschen|mein Konto löschen bitte|Vergessen Sie mich
        delete|ich bitte um Löschung meiner Daten|Supprimez mes données|effacez mes données svp
        delete|je veux supprimer mon compte|droit à l'oubli|borra mis datos
        delete|Borren mis datos por favor
        delete|quiero eliminar mi cuenta|apague meus dados por favor|quero excluir minha conta
        delete|cancellate i miei dati|vorrei eliminare il mio account|verwijder mijn gegevens aub
        delete|ik wil mijn account verwijderen|usuń moje dane|proszę o usunięcie moich danych
        delete|verilerimi silin lütfen|hesabımı sil|احذفوا بياناتي|حذف حسابي من فضلك
        delete|radera mina uppgifter tack|slet mine data|slett dataene mine takk|poistakaa tietoni
        delete|smažte moje data prosím|ștergeți datele mele vă rog|töröljék az adataimat
        delete|διαγράψτε τα δεδομένα μου|удалите мои данные|видаліть мої дані|מחקו את הנתונים שלי
        delete|删除我的数据|请删除我的个人信息|私のデータを削除してください|내 데이터 삭제|मेरा डेटा डिलीट करें
        receipt|my consents|My consents please|consent receipt|proof of consent|what did I agree to?
        receipt|show my consents|send me a copy of my consent|meine Einwilligungen
        receipt|Einwilligungsnachweis bitte|Zeig mir meine Einwilligungen|mes consentements
        receipt|preuve de consentement svp|mis consentimientos|comprobante de consentimiento
        receipt|meus consentimentos|i miei consensi|mijn toestemmingen|moje zgody|onaylarım
        receipt|موافقاتي|mina samtycken|mine samtykker|suostumukseni|moje souhlasy
        receipt|consimțămintele mele|hozzájárulásaim|οι συγκαταθέσεις μου|мои согласия|мої згоди
        receipt|ההסכמות שלי|我的同意|同意の記録|동의 내역|मेरी सहमति
        stop|stop and delete my data|STOP. Delete my data.|delete my data and stop
        stop|unsubscribe me and delete my account please|stop, forget me
        stop|Abmelden und meine Daten löschen|stop et supprimez mes données
        stop|delete my number|remove me from your list|delete me from your list
        stop|löschen Sie meine Nummer|supprimez mon numéro|borren mi número
        start|start help|help start
        help|help, my consents
        delete|delete my data, my consents
        none|don't delete my data|do not forget me|delete the second item|delete my order
        none|did you delete my data last year|my data is wrong|my account is locked
        none|lösche meine Daten nicht|bitte den Termin löschen|ne supprimez pas mes données
        none|no borren mis datos|forget it|forget about it|I forgot my card|consent
        none|I never gave my consent to the surgery|dleete my data|delet my data|hlep|satrt
        none|start smoking|don't start|I need help with my order|can you help my mother
        none|info about prices|yes please|account|meine Daten haben sich geändert|löschen|delete
        """
}
