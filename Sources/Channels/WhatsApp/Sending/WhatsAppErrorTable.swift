package import Conversations

/// What each of Meta's error codes means for the message it answers.
///
/// Source: Cloud API, error codes, 11 September 2026. Codes count, never titles or HTTP statuses:
/// Meta changes those.
package enum WhatsAppErrorTable {
    package struct Row: Hashable, Sendable {
        package let codes: ClosedRange<Int64>
        package let remedy: DispatchRemedy

        init(_ codes: ClosedRange<Int64>, _ remedy: DispatchRemedy) {
            self.codes = codes
            self.remedy = remedy
        }

        init(_ code: Int64, _ remedy: DispatchRemedy) {
            self.init(code...code, remedy)
        }
    }

    /// `nil` for a code that is not in the table.
    package static func remedy(for code: Int64) -> DispatchRemedy? {
        rows.first { $0.codes.contains(code) }?.remedy
    }

    package static let rows: [Row] = [
        // The token is no longer valid.
        Row(0, .pauseChannel), Row(190, .pauseChannel),
        // The token does not permit it.
        Row(3, .pauseChannel), Row(10, .pauseChannel), Row(200...299, .pauseChannel),
        Row(131005, .pauseChannel),
        // Too fast: for the app, the account, the number.
        Row(4, .slowSender), Row(80007, .slowSender), Row(130429, .slowSender),
        // Too fast for this contact.
        Row(131056, .slowContact),
        // Contacts have blocked or reported too much: to go on makes it worse.
        Row(131048, .pauseChannel), Row(131064, .pauseChannel),
        // The account is restricted or locked.
        Row(368, .pauseChannel), Row(131031, .pauseChannel),
        // The account may not write into this contact's country. Not a reason to pause: anybody
        // from such a country who wrote to us could silence the channel for all the others.
        Row(130497, .unreachable),
        // The user stopped marketing.
        Row(131050, .withdrawMarketing),
        // The user gets enough marketing just now. No opt-out.
        Row(131049, .retryTomorrow),
        // The user is in an experiment of Meta's; or we blocked them.
        Row(130472, .giveUp), Row(130403, .giveUp),
        // More than 24 hours since the user's last message.
        Row(131047, .useTemplate),
        // The user is not on WhatsApp, has not agreed to its terms, or has an old version.
        Row(131026, .unreachable),
        // The request is wrong: to ourselves, without a parameter, with a wrong one.
        Row(131021, .mendMessage), Row(131008, .mendMessage), Row(131009, .mendMessage),
        Row(100, .mendMessage), Row(33, .mendMessage),
        // The type or the medium is not one that WhatsApp carries, or cannot be had.
        Row(131051...131053, .mendMessage),
        // This kind of message needs a phone number, and the user has shown none.
        Row(131062, .mendMessage),
        // Marketing is off on this interface: the template has to go another way.
        Row(131063, .mendTemplate),
        // Payment, certificate, registration.
        Row(131042, .pauseChannel), Row(131045, .pauseChannel), Row(133010, .pauseChannel),
        // The template: parameters, missing, too long, policy, format, paused, disabled.
        Row(132000...132001, .mendTemplate), Row(132005, .mendTemplate),
        Row(132007, .mendTemplate), Row(132012, .mendTemplate), Row(132015...132016, .mendTemplate),
        // The form that the template opens: blocked, throttled.
        Row(132068...132069, .mendTemplate),
        // Meta's own trouble, or a number that is being moved to a higher throughput.
        Row(1...2, .retry), Row(131000, .retry), Row(131016, .retry), Row(131057, .retry),
        Row(2_494_100, .retry),
    ]
}
