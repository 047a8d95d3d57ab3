import Encryption
import JSONCoding

/// The data exchange of WhatsApp Flows: opens what a form asks and closes what it is answered.
///
/// Three texts come in as JSON: an AES key under RSA-OAEP, the request under that key, and its IV.
/// One text goes out: the answer under the same key and the inverted IV (WhatsApp Flows, "Request
/// decryption and encryption").
package struct WhatsAppFlowsCodec: Sendable {
    /// The secret with the private key.
    package static let secret = SecretNeed(
        "flows-private-key",
        "the private key, in PEM, whose public half was uploaded to WhatsApp for Flows",
        isRequired: false
    )

    /// Bytes in the longest request.
    package static let longestRequest = 256 << 10
    /// Keys, of which there are several while one takes over from another; a request that none
    /// opens costs this many decryptions.
    package static let mostKeys = 4

    private let keys: [FlowsPrivateKey]

    /// Takes the keys from a channel's secrets, the newest first.
    package init(_ secrets: ChannelSecrets) throws(ChannelSettingsError) {
        let texts = secrets[Self.secret.name]
        guard !texts.isEmpty else { throw .missingSecret(Self.secret.name) }
        guard texts.count <= Self.mostKeys else {
            throw .invalid(
                Self.secret.name,
                why: "there are more than \(Self.mostKeys); take away those not in use"
            )
        }
        var keys: [FlowsPrivateKey] = []
        for text in texts {
            do {
                keys.append(try FlowsPrivateKey(pem: text))
            } catch {
                throw .invalid(Self.secret.name, why: error.text)
            }
        }
        self.keys = keys
    }

    /// Opens a request whose `X-Hub-Signature-256` was found right over the same bytes.
    package func open(_ body: [UInt8]) throws(FlowExchangeFault) -> FlowExchange {
        guard body.count <= Self.longestRequest else {
            throw .tooLong(limit: Self.longestRequest)
        }
        // What has not the form of a request was not encrypted to our key either.
        guard let envelope = JSONReader.read(body, .tolerant),
            let sealedKey = Self.bytes("encrypted_aes_key", in: envelope),
            let sealed = Self.bytes("encrypted_flow_data", in: envelope),
            let vector = Self.bytes("initial_vector", in: envelope),
            let (cipher, content) = opened(sealed, key: sealedKey, vector: vector)
        else { throw .undecipherable }
        guard let document = JSONReader.read(content, .tolerant),
            let request = FlowRequest(document)
        else { throw .unknownRequest }
        return FlowExchange(request: request, cipher: cipher)
    }

    /// The request in clear, under the first of our keys that opens both it and its key.
    private func opened(
        _ sealed: [UInt8],
        key sealedKey: [UInt8],
        vector: [UInt8]
    ) -> (FlowCipher, [UInt8])? {
        guard FlowCipher.vectorByteCounts.contains(vector.count) else { return nil }
        for key in keys {
            if let content = key.decrypt(sealedKey),
                let cipher = FlowCipher(key: content, vector: vector),
                let request = cipher.open(sealed)
            {
                return (cipher, request)
            }
        }
        return nil
    }

    private static func bytes(_ member: String, in envelope: JSONValue) -> [UInt8]? {
        envelope[member]?.text.flatMap(Base64.decode)
    }
}
