import Conversations

/// Twilio's error codes, in answers and in status callbacks, and what each leads to.
///
/// Source: Twilio's error and warning dictionary (twilio.com/docs/api/errors). Twilio adds codes
/// without notice, so what is not here has a remedy by where it was found: an answer's by its HTTP
/// status, a callback's is to give up.
enum TwilioErrorTable {
    static let remedies: [Int: DispatchRemedy] = [
        // The contact said STOP, or blocked the sender.
        21610: .optOut, 63014: .optOut,

        // There is nobody to reach under this number.
        21211: .unreachable, 21214: .unreachable, 21217: .unreachable, 21265: .unreachable,
        21268: .unreachable, 21612: .unreachable, 21614: .unreachable, 21635: .unreachable,
        30004: .unreachable, 30005: .unreachable, 30006: .unreachable, 63003: .unreachable,
        63024: .unreachable,

        // Account, credentials.
        10001: .pauseChannel, 20003: .pauseChannel, 20005: .pauseChannel, 20006: .pauseChannel,
        20008: .pauseChannel, 20404: .pauseChannel, 30002: .pauseChannel,
        // The sender, the messaging service, the address for statuses.
        21212: .pauseChannel, 21601: .pauseChannel, 21603: .pauseChannel, 21606: .pauseChannel,
        21609: .pauseChannel, 21659: .pauseChannel, 21660: .pauseChannel, 21661: .pauseChannel,
        21701: .pauseChannel, 21703: .pauseChannel, 21704: .pauseChannel, 21705: .pauseChannel,
        63001: .pauseChannel, 63002: .pauseChannel, 63007: .pauseChannel, 63008: .pauseChannel,
        63020: .pauseChannel,
        // Permission for a country, carriers' filters, registration.
        21408: .pauseChannel, 30007: .pauseChannel, 30024: .pauseChannel, 30032: .pauseChannel,
        30034: .pauseChannel,

        // Too much at once.
        14107: .slowContact,
        20429: .slowSender, 21611: .slowSender, 30001: .slowSender, 30022: .slowSender,
        63017: .slowSender, 63018: .slowSender, 63038: .slowSender,
        // A day's share is used up: of the brand at a carrier, of the contact at WhatsApp.
        30023: .retryTomorrow, 30027: .retryTomorrow, 63049: .retryTomorrow,

        // Passes by itself.
        30003: .retry, 30008: .retry, 30017: .retry, 30036: .retry, 30410: .retry, 63009: .retry,
        63010: .retry, 63012: .retry, 63023: .retry,

        // WhatsApp's window and its templates.
        63016: .useTemplate,
        21654: .mendTemplate, 21655: .mendTemplate, 21656: .mendTemplate, 63027: .mendTemplate,
        63028: .mendTemplate, 63040: .mendTemplate, 63041: .mendTemplate, 63042: .mendTemplate,

        // The message itself.
        21602: .mendMessage, 21604: .mendMessage, 21617: .mendMessage, 21619: .mendMessage,
        21910: .mendMessage, 63005: .mendMessage, 63013: .mendMessage, 63021: .mendMessage,
        63030: .mendMessage,

        // A trial account, or WhatsApp's own choice: another time would be the same.
        21608: .giveUp, 63015: .giveUp, 63032: .giveUp,
    ]
}
