// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.adapter.audiencemanager.MergeRule;
import io.audiencebridge.adapter.experienceplatform.client.ExportMode;
import io.audiencebridge.adapter.ims.ImsProduct;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * What the properties under {@code audience-bridge} say of the bridge. A connection is made to each system of which something is said. All mistakes that can be seen without opening
 * anything are told at once, with the properties' names. Can be printed: secrets stay hidden.
 *
 * @param enabled Whether a bridge is made at all.
 * @param home Folder of the journal, the ledger and the memberships; must outlive the application.
 * @param application Name of the application in the systems' logs; by default spring.application.name.
 * @param holder Name by which other processes are told who is at work; by default process and machine.
 * @param limit Time that one call may take at most.
 * @param leaseFor How long work stays this bridge's own if its process dies.
 * @param matchBy Route by which recipients' keys are taken, whatever it costs; by default the cheapest.
 * @param suppressionSecret Secret under which people who opt out are remembered; at least 16 characters. Needed for opt-outs.
 * @param recipientIndexSecret Secret under which a copy of the recipients' keys is kept; at least 12 characters. Without it no copy is kept.
 * @param signIn How the bridge signs in to Adobe IMS.
 * @param campaign An instance of Campaign Classic.
 * @param audienceManager Audience Manager.
 * @param experienceCloud The Experience Cloud ID service.
 * @param experiencePlatform Experience Platform and its destinations.
 * @param files File exchanges by their names, such as inbound, outbound, platform.
 * @param ciphers Ciphers by their names.
 * @param journal A database for the journal, in place of the home folder.
 * @param http How the systems are called over HTTP.
 * @param shutdown How the bridge ends with the application.
 * @param resumeDue Whether, and how often, waiting runs whose time has come go on by themselves.
 */
@ConfigurationProperties("audience-bridge")
public record AudienceBridgeProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable Path home,
        @Nullable String application,
        @Nullable String holder,
        @Nullable Duration limit,
        @Nullable Duration leaseFor,
        @Nullable KeyRoute matchBy,
        @Nullable Secret suppressionSecret,
        @Nullable Secret recipientIndexSecret,
        @Nullable SignIn signIn,
        @Nullable Campaign campaign,
        @Nullable AudienceManager audienceManager,
        @Nullable ExperienceCloud experienceCloud,
        @Nullable ExperiencePlatform experiencePlatform,
        @DefaultValue Map<String, Files> files,
        @DefaultValue Map<String, OpenPgp> ciphers,
        @Nullable Journal journal,
        @DefaultValue Http http,
        @DefaultValue Shutdown shutdown,
        @DefaultValue ResumeDue resumeDue)
        implements Validator {

    @Override
    public boolean supports(Class<?> type) {
        return type == AudienceBridgeProperties.class;
    }

    @Override
    public void validate(Object target, Errors errors) {
        new PropertyChecks(errors).check((AudienceBridgeProperties) target);
    }

    /**
     * An OAuth server-to-server credential. What is missing is looked for where the SDK's standard sources look.
     *
     * @param organisation Organisation that owns the credential, with its suffix AdobeOrg.
     * @param clientId The credential's client id.
     * @param clientSecrets The credential's client secrets, one or two.
     * @param products Products that the token is for; their usual scopes are asked for.
     * @param scopes Scopes to ask for, in place of those of the products.
     * @param uri Where to sign in; by default where Adobe's customers do.
     */
    public record SignIn(
            @Nullable ImsOrgId organisation,
            @Nullable String clientId,
            @DefaultValue List<Secret> clientSecrets,
            @DefaultValue List<ImsProduct> products,
            @DefaultValue List<String> scopes,
            @Nullable URI uri) {}

    /**
     * An instance of Campaign Classic.
     *
     * @param connection Name of the connection.
     * @param uri Address of the instance.
     * @param operator Operator of a native session; without one the IMS tokens sign in.
     * @param password The operator's password.
     * @param listFolder Internal name of the folder for new lists.
     * @param optOutFlags The recipient's flags any of which means an opt-out.
     * @param exportWorkflow Internal name of the workflow that exports by Campaign's own route.
     */
    public record Campaign(
            @DefaultValue("campaign") ConnectionName connection,
            @Nullable URI uri,
            @Nullable String operator,
            @Nullable Secret password,
            @Nullable String listFolder,
            @DefaultValue("blackList") List<String> optOutFlags,
            @Nullable String exportWorkflow) {}

    /**
     * Audience Manager.
     *
     * @param connection Name of the connection.
     * @param uri Address of the REST API; by default Adobe's.
     * @param partner Folder that Adobe gave for inbound files; needed to share.
     * @param mergeRules Profile merge rules that segments of declared ids are under.
     * @param inbound Name of the file exchange from which Audience Manager fetches.
     * @param inboundCipher Name of the cipher that encrypts inbound files.
     * @param outbound Name of the file exchange to which Audience Manager delivers.
     * @param outboundPrefix Beginning of the names of the outbound files, folders included.
     */
    public record AudienceManager(
            @DefaultValue("audience-manager") ConnectionName connection,
            @Nullable URI uri,
            @Nullable String partner,
            @DefaultValue List<ProfileMergeRule> mergeRules,
            @DefaultValue("inbound") String inbound,
            @Nullable String inboundCipher,
            @DefaultValue("outbound") String outbound,
            @DefaultValue("") String outboundPrefix) {}

    /**
     * What a profile merge rule does, since no API tells it.
     *
     * @param dataSourceId Data source that stands for the rule.
     * @param authentication Which profiles of persons it reads.
     * @param dataSources Data sources of ids of persons whose profiles it reads.
     */
    public record ProfileMergeRule(
            @DefaultValue("0") long dataSourceId,
            @DefaultValue("last-authenticated") MergeRule.Authentication authentication,
            @DefaultValue Set<Long> dataSources) {}

    /**
     * The Experience Cloud ID service.
     *
     * @param connection Name of the connection.
     * @param organisation Whose visitors; by default the organisation that signs in.
     * @param uri Address of the service; by default Adobe's.
     * @param companyUri The company's own address there; needed for opt-outs.
     */
    public record ExperienceCloud(
            @DefaultValue("experience-cloud") ConnectionName connection,
            @Nullable ImsOrgId organisation,
            @Nullable URI uri,
            @Nullable URI companyUri) {}

    /**
     * Experience Platform and its destinations.
     *
     * @param connection Name of the connection.
     * @param uri Address of the API; by default Adobe's.
     * @param sandboxName Platform's sandbox.
     * @param destinations Destinations whose files are received.
     */
    public record ExperiencePlatform(
            @DefaultValue("experience-platform") ConnectionName connection,
            @Nullable URI uri,
            @DefaultValue("prod") String sandboxName,
            @DefaultValue List<Destination> destinations) {}

    /**
     * A destination of Real-Time CDP that writes files.
     *
     * @param name Name in Platform.
     * @param keyColumn Column that holds a person's key.
     * @param exchange Name of the file exchange to which it delivers.
     * @param folder Folder of the exchange that it writes to.
     * @param cipher Name of the cipher that opens its files.
     * @param mode What its exports hold.
     * @param firstExport When the first export was due.
     * @param every Time between two exports.
     */
    public record Destination(
            @Nullable String name,
            @Nullable String keyColumn,
            @DefaultValue("platform") String exchange,
            @DefaultValue("") String folder,
            @Nullable String cipher,
            @DefaultValue("first-full-then-incremental") ExportMode mode,
            @Nullable Instant firstExport,
            @DefaultValue("3h") Duration every) {}

    /**
     * A file exchange: exactly one of a folder, a bucket and a server.
     *
     * @param folder Folder on this machine; must be there.
     * @param s3 Bucket; needs audience-adapter-storage-s3.
     * @param sftp Folder of an SFTP server; needs audience-adapter-storage-sftp.
     */
    public record Files(
            @Nullable Path folder,
            @Nullable S3 s3,
            @Nullable Sftp sftp) {}

    /**
     * A bucket.
     *
     * @param bucket Name of the bucket.
     * @param region Region of the bucket.
     * @param endpoint Address of a store other than Amazon's.
     * @param prefix Folder in the bucket under which all names are.
     * @param accessKey Access key id; without one Amazon's usual chain is asked.
     * @param secretKey Secret that belongs to the access key.
     */
    public record S3(
            @Nullable String bucket,
            @DefaultValue("us-east-1") String region,
            @Nullable URI endpoint,
            @DefaultValue("") String prefix,
            @Nullable String accessKey,
            @Nullable Secret secretKey) {}

    /**
     * A folder of an SFTP server.
     *
     * @param host The server's name or address.
     * @param port The server's port.
     * @param user Name of the account.
     * @param password The account's password.
     * @param privateKey File with the account's private key.
     * @param passphrase What opens the private key.
     * @param hostKeys The server's keys or their fingerprints, at least one.
     * @param folder Folder under which all names are.
     */
    public record Sftp(
            @Nullable String host,
            @DefaultValue("22") int port,
            @Nullable String user,
            @Nullable Secret password,
            @Nullable Resource privateKey,
            @Nullable Secret passphrase,
            @DefaultValue List<String> hostKeys,
            @DefaultValue("") String folder) {}

    /**
     * An OpenPGP cipher; needs audience-adapter-openpgp.
     *
     * @param publicKey File with the recipient's public key.
     * @param recipient Key id or fingerprint, where the file holds several keys.
     * @param privateKey File with our private key.
     * @param passphrase What protects the private key.
     */
    public record OpenPgp(
            @Nullable Resource publicKey,
            @Nullable String recipient,
            @Nullable Resource privateKey,
            @Nullable Secret passphrase) {}

    /**
     * A database for the journal: exactly one of a file, an address and the application's data source; needs audience-adapter-journal-jdbc.
     *
     * @param file Database file of H2's, without its ending.
     * @param url JDBC address of a PostgreSQL or H2 database.
     * @param user Who signs in at the address.
     * @param password With what.
     * @param dataSource Name of the DataSource bean to use.
     */
    public record Journal(
            @Nullable Path file,
            @Nullable String url,
            @Nullable String user,
            @Nullable Secret password,
            @Nullable String dataSource) {}

    /**
     * How the systems are called over HTTP.
     *
     * @param connectTimeout Time to open a connection.
     * @param readTimeout Longest silence on an open connection.
     * @param maxAttempts Calls made for one request, the first included.
     * @param allowPlainHttp Whether plain http is allowed to hosts other than this machine.
     * @param client Name of the OkHttpClient bean to build on: its pool, proxy and TLS are used.
     */
    public record Http(
            @DefaultValue("10s") Duration connectTimeout,
            @DefaultValue("60s") Duration readTimeout,
            @DefaultValue("4") int maxAttempts,
            @DefaultValue("false") boolean allowPlainHttp,
            @Nullable String client) {}

    /**
     * How the bridge ends with the application.
     *
     * @param patience How long calls and runs at work may go on before they are cancelled; they get ten more seconds to come to a checkpoint. Keep both below spring.lifecycle.timeout-per-shutdown-phase.
     */
    public record Shutdown(@DefaultValue("15s") Duration patience) {}

    /**
     * Whether, and how often, waiting runs whose time has come go on by themselves.
     *
     * @param every Pause between two looks at the journal; without it nobody looks.
     */
    public record ResumeDue(@Nullable Duration every) {}
}
