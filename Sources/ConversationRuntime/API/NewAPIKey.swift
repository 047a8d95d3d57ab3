package import Storage

/// A key that was just made, with the text that can be had only now.
package struct NewAPIKey: Hashable, Sendable {
    package let text: APIKeyText
    package let key: StoredAPIKey
}
