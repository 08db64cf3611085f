// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Client libraries that others wrote, unchanged, against a lab tenant over TLS. Reads the line that `lab serve --tls`
// prints from standard input; a line "ok NAME" or "FAILED NAME: why" a check; status 1 if one failed.

import { readFileSync } from "node:fs";
import { ConfidentialClientApplication, PublicClientApplication } from "@azure/msal-node";
import { Client as GraphClient } from "@microsoft/microsoft-graph-client";
import { Client as KustoClient, KustoConnectionStringBuilder } from "azure-kusto-data";

const lab = JSON.parse(readFileSync(0, "utf8").split("\n")[0]);
const host = new URL(lab.authority).host;
const authority = `${lab.authority}/${lab.tenantId}`;
const auth = { clientId: lab.clientId, authority, knownAuthorities: [host] };
const graphScopes = ["https://graph.microsoft.com/.default"];

function expect(condition, what) {
    if (!condition) throw new Error(what);
}

function payload(token) {
    return JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString());
}

async function clientSecret() {
    const app = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: lab.clientSecret } });
    const result = await app.acquireTokenByClientCredential({
        scopes: ["https://api.securitycenter.microsoft.com/.default"],
    });
    const claims = payload(result.accessToken);
    expect(claims.aud === "https://api.securitycenter.microsoft.com", "audience");
    expect(claims.roles.includes("Machine.Isolate"), "roles");
    const again = await app.acquireTokenByClientCredential({
        scopes: ["https://api.securitycenter.microsoft.com/.default"],
    });
    expect(again.fromCache, "the token is kept");
    const machines = await fetch(`${lab.url}/api/machines?$top=2`, {
        headers: { Authorization: `Bearer ${result.accessToken}` },
    });
    expect(machines.status === 200, `machines: ${machines.status}`);
    expect((await machines.json()).value.length === 2, "two machines");
}

async function wrongSecret() {
    const app = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: "nonsense" } });
    try {
        await app.acquireTokenByClientCredential({ scopes: graphScopes });
    } catch (error) {
        expect(error.errorCode === "invalid_client", error.errorCode);
        expect(error.errorMessage.includes("AADSTS7000215"), error.errorMessage);
        return;
    }
    throw new Error("a wrong secret was taken");
}

async function deviceCode() {
    const app = new PublicClientApplication({ auth });
    const result = await app.acquireTokenByDeviceCode({
        scopes: ["https://graph.microsoft.com/ThreatHunting.Read.All"],
        deviceCodeCallback: async ({ userCode, verificationUri }) => {
            const page = await fetch(verificationUri, {
                method: "POST",
                body: new URLSearchParams({ otc: userCode, decision: "allow" }),
            });
            expect(page.status === 200, `device page: ${page.status}`);
        },
    });
    expect(payload(result.accessToken).scp.split(" ").includes("ThreatHunting.Read"), "scopes");
    expect(result.account.username === "analyst@lab.example", "account");
    const silent = await app.acquireTokenSilent({
        account: result.account,
        scopes: ["https://graph.microsoft.com/ThreatHunting.Read.All"],
        forceRefresh: true,
    });
    expect(silent.accessToken !== result.accessToken, "a new token by the refresh token");
}

async function graphToken() {
    const app = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: lab.clientSecret } });
    return (await app.acquireTokenByClientCredential({ scopes: graphScopes })).accessToken;
}

async function graph() {
    const client = GraphClient.init({
        baseUrl: lab.url,
        customHosts: new Set([new URL(lab.url).hostname]),
        authProvider: (done) => graphToken().then((token) => done(null, token), (error) => done(error, null)),
    });
    const answer = await client.api("/security/runHuntingQuery").post({
        Query: "DeviceProcessEvents | summarize N=count() by FileName | top 3 by N",
    });
    expect(answer.results.length === 3, "three rows");
    expect(answer.schema.map((column) => column.name).join() === "FileName,N", "the schema");
    try {
        await client.api("/security/runHuntingQuery").post({ Query: "DeviceProcessEvents | where Nothing == 1" });
    } catch (error) {
        expect(error.statusCode === 400, `status ${error.statusCode}`);
        expect(error.message.includes("Nothing"), error.message);
        return;
    }
    throw new Error("a wrong query was answered");
}

async function kustoClient() {
    const app = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: lab.clientSecret } });
    const { accessToken } = await app.acquireTokenByClientCredential({ scopes: [`${lab.url}/.default`] });
    return new KustoClient(KustoConnectionStringBuilder.withAccessToken(lab.url, accessToken));
}

async function kusto() {
    const client = await kustoClient();
    const query =
        "DeviceProcessEvents | take 5 | project Timestamp, DeviceName, ProcessId, Yes=true, Bag=pack('a', 1), Span=1h";
    for (const answer of [
        await client.executeQuery(lab.kustoDatabase, query),
        await client.executeQueryV1(lab.kustoDatabase, query),
    ]) {
        const rows = [...answer.primaryResults[0].rows()];
        expect(rows.length === 5, "five rows");
        expect(rows[0].Timestamp instanceof Date, "a date");
        expect(typeof rows[0].ProcessId === "number", "a number");
        expect(rows[0].Yes === true, "a truth value");
    }
    const tables = await client.execute(lab.kustoDatabase, ".show tables");
    const names = [...tables.primaryResults[0].rows()].map((row) => row.TableName);
    expect(names.includes("DeviceProcessEvents"), "its tables");
    try {
        await client.executeQuery(lab.kustoDatabase, "DeviceProcessEvents | where Nothing == 1");
    } catch (error) {
        expect(error.response.status === 400, `status ${error.response?.status}`);
        expect(error.response.data.error["@message"].includes("Nothing"), "the reason");
        return;
    }
    throw new Error("a wrong query was answered");
}

let failed = 0;
for (const check of [clientSecret, wrongSecret, deviceCode, graph, kusto]) {
    try {
        await check();
        console.log(`ok ${check.name}`);
    } catch (error) {
        failed = 1;
        console.log(`FAILED ${check.name}: ${error.stack ?? error}`);
    }
}
process.exit(failed);
