import NIOCore
import NIOSSL
import Synchronization

/// A certificate with its private key, read from PEM files, and read again when it is renewed.
package final class TLSFiles: Sendable {
    private struct Pair {
        let chain: [NIOSSLCertificate]
        let key: NIOSSLPrivateKey
    }

    private let certificate: String
    private let privateKey: String
    private let pair: Mutex<Pair>

    /// Reads both files.
    ///
    /// - Throws: `TLSFilesError` when one is missing or is not what it has to be.
    package init(certificate: String, privateKey: String) throws(TLSFilesError) {
        self.certificate = certificate
        self.privateKey = privateKey
        pair = Mutex(try Self.read(certificate, privateKey))
    }

    /// Reads the files again; new connections get what is in them now.
    ///
    /// - Throws: `TLSFilesError`, with the old pair still in use.
    package func reload() throws(TLSFilesError) {
        let new = try Self.read(certificate, privateKey)
        pair.withLock { $0 = new }
    }

    private static func read(
        _ certificate: String,
        _ privateKey: String
    ) throws(TLSFilesError) -> Pair {
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMFile(certificate)
        } catch {
            throw .unreadable(certificate, "a PEM file with the certificate and its chain")
        }
        guard !chain.isEmpty else {
            throw .unreadable(certificate, "a PEM file with the certificate and its chain")
        }
        do {
            let key = try NIOSSLPrivateKey(file: privateKey, format: .pem)
            // Also tells whether the two belong together.
            _ = try NIOSSLContext(configuration: configuration(chain, key))
            return Pair(chain: chain, key: key)
        } catch {
            throw .unreadable(privateKey, "a PEM file with the private key of that certificate")
        }
    }

    private static func configuration(
        _ chain: [NIOSSLCertificate],
        _ key: NIOSSLPrivateKey
    ) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(key)
        )
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        return configuration
    }

    /// TLS 1.2 and later; asks for the pair anew at each handshake.
    var configuration: TLSConfiguration {
        let first = pair.withLock { $0 }
        var configuration = Self.configuration(first.chain, first.key)
        configuration.sslContextCallback = { [self] _, promise in
            let now = pair.withLock { $0 }
            var override = NIOSSLContextConfigurationOverride()
            override.certificateChain = now.chain.map { .certificate($0) }
            override.privateKey = .privateKey(now.key)
            promise.succeed(override)
        }
        return configuration
    }
}

/// Why there is no certificate to serve with.
package enum TLSFilesError: Error, Hashable, Sendable {
    /// The file, and what it has to be.
    case unreadable(String, String)

    package var sentence: String {
        switch self {
        case .unreadable(let path, let what): "`\(path)` is not there, or is not \(what)"
        }
    }
}
