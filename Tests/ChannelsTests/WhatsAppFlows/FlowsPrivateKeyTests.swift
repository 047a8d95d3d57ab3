import Channels
import CryptoExtras
import Testing

/// The key for WhatsApp Flows as it comes from its file.
struct FlowsPrivateKeyTests {
    private func fault(of text: String) -> FlowsPrivateKeyError? {
        do throws(FlowsPrivateKeyError) {
            _ = try FlowsPrivateKey(pem: text)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a key is read in both forms, and shows its public half`() throws {
        let key = try FlowsPrivateKey(pem: FlowVector.key)
        let same = try _RSA.Encryption.PrivateKey(pemRepresentation: FlowVector.key)
        #expect(key.publicKeyPEM == same.publicKey.pemRepresentation)
        #expect(key.publicKeyPEM.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))

        #expect(same.pemRepresentation.hasPrefix("-----BEGIN RSA PRIVATE KEY-----"))
        let older = try FlowsPrivateKey(pem: same.pemRepresentation)
        #expect(older.publicKeyPEM == key.publicKeyPEM)
        #expect(fault(of: "\n" + FlowVector.key + "\n\n") == nil)
    }

    @Test func `what is no such key is told apart`() throws {
        let publicKey = try FlowsPrivateKey(pem: FlowVector.key).publicKeyPEM
        let line = FlowVector.key.replacing("\n", with: "")
        let cases: [(String, FlowsPrivateKeyError)] = [
            ("", .notPEM), ("flows", .notPEM), ("MIIEvgIBADANBgkqhkiG9w0BAQEFAASC", .notPEM),
            (publicKey, .otherKind), ("-----BEGIN CERTIFICATE-----", .otherKind),
            ("-----BEGIN EC PRIVATE KEY-----", .otherKind),
            ("-----BEGIN ENCRYPTED PRIVATE KEY-----", .hasPassphrase),
            (
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n", .hasPassphrase
            ),
            ("-----BEGIN PRIVATE KEY-----", .malformed), (line, .malformed),
            (String(FlowVector.key.dropLast(200)), .malformed), (FlowKeys.small, .malformed),
            (FlowKeys.curve, .malformed),
            (String(repeating: "A", count: (16 << 10) + 1), .tooLong(limit: 16 << 10)),
        ]
        for (text, wanted) in cases {
            #expect(fault(of: text) == wanted, "\(text.prefix(40))")
            #expect(!wanted.text.isEmpty)
        }
    }

    @Test func `a key does not print itself`() throws {
        let key = try FlowsPrivateKey(pem: FlowVector.key)
        #expect("\(key)" == "FlowsPrivateKey(not shown)")
        #expect(Mirror(reflecting: key).children.isEmpty)
    }
}
