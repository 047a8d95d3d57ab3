/// Texts that each end everything, in several languages, whatever goes on.
enum KnownStops {
    static let definite = [
        "STOP", "stop", "Stop.", "STOPALL", "unsubscribe", "opt out", "stopp", "abmelden",
        "ARRÊT", "desuscribir", "stop please",
    ]
}
