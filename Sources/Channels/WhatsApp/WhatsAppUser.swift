import Conversations
import JSONCoding

/// One user as Meta names them: by phone number, by business-scoped id, by that of the parent
/// business, or by several of these.
///
/// Source: Business-scoped user IDs, 2026. A phone number is missing for users with a username; a
/// business-scoped id is another one after the user changes numbers.
struct WhatsAppUser: Hashable, Sendable {
    /// E.164, such as `+491700000001`; two where a number and the id made of it differ, as some
    /// do in Brazil and Mexico.
    let phones: [ContactAddress]
    /// Such as `DE.70112233`.
    let businessID: ContactAddress?
    /// Such as `DE.ENT.9001`.
    let parentID: ContactAddress?

    /// Everything they can be found by, what they are reached at first.
    var addresses: [ContactAddress] {
        phones + [businessID, parentID].compactMap(\.self)
    }

    /// What they may be known by to us: whatever was their first address once.
    var primaries: [ContactAddress] {
        let primaries = phones + [businessID].compactMap(\.self)
        return primaries.isEmpty ? [parentID].compactMap(\.self) : primaries
    }

    /// Both what this and what another value say of the same user.
    func joined(with other: WhatsAppUser) -> WhatsAppUser {
        WhatsAppUser(
            phones: phones + other.phones.filter { !phones.contains($0) },
            businessID: businessID ?? other.businessID,
            parentID: parentID ?? other.parentID
        )
    }
}

extension WhatsAppUser {
    /// Reads the ids that there are; what has not the form of an id is none.
    init(phone: JSONValue?, businessID: JSONValue?, parentID: JSONValue?, on channel: String) {
        let address = { (value: JSONValue?, form: (String) -> String?) in
            WhatsAppText.id(value).flatMap(form).flatMap {
                ContactAddress(channel: channel, text: $0)
            }
        }
        let number = address(phone, Self.phone)
        // An id that stands where a number does is still an id.
        let named = number == nil ? address(phone, Self.businessID) : nil
        phones = [number].compactMap(\.self)
        self.businessID = address(businessID, Self.businessID) ?? named
        self.parentID = address(parentID, Self.businessID)
    }

    /// The digits of a phone number, with or without `+`, in the form of ITU-T E.164.
    static func phone(_ text: String) -> String? {
        let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard (5...15).contains(digits.utf8.count), digits.utf8.allSatisfy(WhatsAppText.isDigit),
            !digits.hasPrefix("0")
        else { return nil }
        return "+" + digits
    }

    /// A country's two letters, `.ENT` for a parent's, a dot, and up to 128 letters and digits.
    static func businessID(_ text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isParent = parts.count == 3 && parts[1] == "ENT"
        guard parts.count == 2 || isParent, let country = parts.first, let id = parts.last,
            country.utf8.count == 2, country.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            (1...128).contains(id.utf8.count), id.utf8.allSatisfy(isLetterOrDigit)
        else { return nil }
        return text
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        WhatsAppText.isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
