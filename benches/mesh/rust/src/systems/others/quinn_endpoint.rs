//! What both uses of QUIC share: endpoints that trust one certificate.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::{Context, Result};
use quinn::crypto::rustls::QuicClientConfig;
use quinn::rustls::RootCertStore;
use quinn::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use quinn::{ClientConfig, Connection, Endpoint, ServerConfig};

const NAME: &str = "bench";

/// The address tells the certificate as well, in hexadecimal digits.
pub fn listening() -> Result<(String, Endpoint)> {
    let made = rcgen::generate_simple_self_signed([String::from(NAME)])?;
    let certificate = made.cert.der().clone();
    let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let config = ServerConfig::with_single_cert(vec![certificate.clone()], key)?;
    let endpoint = Endpoint::server(config, (Ipv4Addr::LOCALHOST, 0).into())?;
    let digits: String = certificate
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok((format!("{} {digits}", endpoint.local_addr()?), endpoint))
}

pub async fn dialled(address: &str) -> Result<(Endpoint, Connection)> {
    let (address, digits) = address
        .split_once(' ')
        .context("an address and a certificate")?;
    let pairs = (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16));
    let certificate = CertificateDer::from(pairs.collect::<Result<Vec<u8>, _>>()?);
    let mut roots = RootCertStore::empty();
    roots.add(certificate)?;
    let tls = quinn::rustls::ClientConfig::builder()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let mut endpoint = Endpoint::client((Ipv4Addr::LOCALHOST, 0).into())?;
    endpoint.set_default_client_config(ClientConfig::new(Arc::new(QuicClientConfig::try_from(
        tls,
    )?)));
    let connection = endpoint
        .connect(address.parse::<SocketAddr>()?, NAME)?
        .await?;
    Ok((endpoint, connection))
}

pub async fn accepted(endpoint: &Endpoint) -> Result<Connection> {
    Ok(endpoint
        .accept()
        .await
        .context("the endpoint is closed")?
        .await?)
}
