import type { Recipe } from './recipe';

/** For .NET 8 or newer. A raw string holds JSON as it is: JSON never has three quotes in a row. */
export function csharp({ url, login, content }: Recipe): string {
  return `// Program.cs of "dotnet new console", .NET 8 or newer
using System;
using System.Globalization;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

var login = ${JSON.stringify(login)};
var secretKey = Environment.GetEnvironmentVariable("PLACETOPAY_SECRET_KEY") ?? "YOUR_SECRET_KEY";

var nonce = RandomNumberGenerator.GetBytes(16);
var seed = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
// The bytes of the nonce are hashed, never its base64 text.
byte[] hashed = [.. nonce, .. Encoding.UTF8.GetBytes(seed + secretKey)];
var tranKey = Convert.ToBase64String(SHA256.HashData(hashed));

var body = JsonNode.Parse("""
${JSON.stringify(content, null, 2)}
""")!.AsObject();
body["auth"] = new JsonObject
{
  ["login"] = login,
  ["tranKey"] = tranKey,
  ["nonce"] = Convert.ToBase64String(nonce),
  ["seed"] = seed,
};

using var client = new HttpClient();
using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
using var response = await client.PostAsync(${JSON.stringify(url)}, content);
Console.WriteLine(await response.Content.ReadAsStringAsync());
`;
}
