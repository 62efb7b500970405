// Generated from schemas/law.schema.json by `npm run generate`. Do not edit.
// @ts-nocheck
import type { SchemaFailure } from "./SchemaFailure.ts";

const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Bitlaw law file","type":"object","required":["name","form","summary","citation","trust","about","numbers","tensors","counts","constants","domain","notes"],"additionalProperties":false,"properties":{"$schema":{"type":"string"},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]*$"},"form":{"enum":["kumar","sun","quartet","chen","quest","ouyang","ptq","forest","chinchilla"]},"summary":{"type":"string","pattern":"\\S"},"citation":{"type":"object","required":["authors","year","title","where"],"additionalProperties":false,"properties":{"authors":{"type":"string","pattern":"\\S"},"year":{"type":"integer","minimum":1900},"title":{"type":"string","pattern":"\\S"},"url":{"type":"string","pattern":"^https?://"},"where":{"type":"string","pattern":"\\S"}}},"trust":{"enum":["A","B","C","own"]},"about":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["training","quantization-aware training","post-training quantization","baseline"]}},"role":{"type":"object","additionalProperties":false,"properties":{"leads":{"type":"object","additionalProperties":false,"properties":{"training":{"type":"integer","minimum":1},"post-training quantization":{"type":"integer","minimum":1},"baseline":{"type":"integer","minimum":1}}},"ranks":{"type":"array","uniqueItems":true,"items":{"type":"string","enum":["float formats","integer formats","scaling granularity","float layouts","quantization formats"]}},"optimum":{"type":"boolean"},"rules":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9-]+$"}}}},"numbers":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["integer","float","codebook"]}},"tensors":{"type":"array","uniqueItems":true,"items":{"type":"string","enum":["weights","activations","kvCache","gradients"]}},"counts":{"enum":["nonEmbeddingParameters","parameters"]},"constants":{"type":"object","additionalProperties":{"type":"number"}},"settings":{"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"number"}}},"assumed":{"type":"object","additionalProperties":{"type":"string","pattern":"\\S"}},"domain":{"type":"object","additionalProperties":false,"properties":{"parameters":{"$ref":"#/definitions/positiveRange"},"tokens":{"$ref":"#/definitions/positiveRange"},"tokensPerParameter":{"$ref":"#/definitions/positiveRange"},"bits":{"$ref":"#/definitions/positiveRange"},"block":{"$ref":"#/definitions/positiveRange"},"exponent":{"$ref":"#/definitions/range"},"mantissa":{"$ref":"#/definitions/range"}}},"notes":{"type":"array","items":{"type":"string","pattern":"\\S"}},"intervals":{"type":"object","additionalProperties":{"type":"array","items":{"type":"number"},"minItems":2,"maxItems":2}},"covariance":{"$ref":"#/definitions/covariance"},"leftOut":{"type":"object","additionalProperties":{"type":"object","required":["constants","covariance"],"additionalProperties":false,"properties":{"constants":{"type":"object","additionalProperties":{"type":"number"}},"covariance":{"$ref":"#/definitions/covariance"}}}},"fit":{"type":"object","properties":{"table":{"type":"string"},"rows":{"type":"integer","minimum":1},"seed":{"type":"integer"},"method":{"type":"string"},"residual":{"type":"number","minimum":0},"within2":{"type":"number","minimum":0,"maximum":1}},"additionalProperties":{"type":["string","number","boolean"]}},"forest":{"type":"object","required":["features","trees"],"additionalProperties":false,"properties":{"features":{"type":"array","minItems":1,"items":{"type":"string","pattern":"\\S"}},"trees":{"type":"array","minItems":1,"items":{"type":"array","minItems":2,"items":{"type":"number"}}}}}},"allOf":[{"if":{"properties":{"form":{"const":"kumar"}},"required":["form"]},"then":{"properties":{"constants":{"required":["A","alpha","B","beta","E","gamma_w","n_w","gamma_a","n_a","gamma_kv","n_kv","C_T","gamma_D","gamma_N","gamma","b","C_w","C_a","C_kv"]}}}},{"if":{"properties":{"form":{"const":"sun"}},"required":["form"]},"then":{"properties":{"constants":{"required":["n","alpha","d","beta","epsilon","gamma","delta","nu","log2B_channel"]}}}},{"if":{"properties":{"form":{"const":"chinchilla"}},"required":["form"]},"then":{"properties":{"constants":{"required":["E","A","B","alpha","beta"]}}}},{"if":{"properties":{"form":{"const":"quartet"}},"required":["form"]},"then":{"required":["settings"],"properties":{"constants":{"required":["A","alpha","B","beta","E","gamma"]},"settings":{"required":["forward MXFP4, stochastic rounding","forward MXFP4, round to nearest","forward MXFP4, QuEST","backward MXFP4, stochastic rounding","backward MXFP4, round to nearest","backward MXFP4, QuEST"],"patternProperties":{"^forward ":{"required":["effN"]},"^backward ":{"required":["effD"]}}}}}},{"if":{"properties":{"form":{"const":"chen"}},"required":["form"]},"then":{"required":["settings"],"properties":{"constants":{"required":["E","A","alpha","B","beta"]},"settings":{"additionalProperties":{"required":["k","g_N","g_D","g_G"]}}}}},{"if":{"properties":{"form":{"const":"quest"}},"required":["form"]},"then":{"required":["settings"],"properties":{"settings":{"additionalProperties":{"required":["eff"]}}}}},{"if":{"properties":{"form":{"const":"ptq"}},"required":["form"]},"then":{"required":["settings"],"properties":{"constants":{"required":["intercept","rtn","awq","learned","tuned","bits3","bits2","bits3_rtn","bits3_awq","bits3_learned","bits2_rtn","bits2_awq","bits2_learned","channel","channel_rtn","channel_awq","channel_learned","group","c4","ptb","parameters","tokens","saturation","intervalScale","collapseThreshold","collapseScale"]},"settings":{"required":["deviations"],"properties":{"deviations":{"required":["family","model","familyMethod","modelMethod","familySetting","modelSetting","residual"]}}}}}},{"if":{"properties":{"form":{"const":"ouyang"}},"required":["form"]},"then":{"required":["settings"],"properties":{"constants":{"required":["N_c","D_c","alpha_N","alpha_D"]},"settings":{"minProperties":1,"additionalProperties":{"required":["bits","K","a","b"]}}}}},{"if":{"properties":{"form":{"const":"forest"}},"required":["form"]},"then":{"required":["forest"]}}],"definitions":{"covariance":{"type":"object","required":["names","matrix"],"additionalProperties":false,"properties":{"names":{"type":"array","items":{"type":"string"}},"matrix":{"type":"array","items":{"type":"array","items":{"type":"number"}}}}},"positiveRange":{"type":"array","items":{"type":"number","exclusiveMinimum":0},"minItems":2,"maxItems":2},"range":{"type":"array","items":{"type":"number","minimum":0},"minItems":2,"maxItems":2}}};
const schema12 = {"type":"array","items":{"type":"number","exclusiveMinimum":0},"minItems":2,"maxItems":2};
const schema17 = {"type":"array","items":{"type":"number","minimum":0},"minItems":2,"maxItems":2};
const schema19 = {"type":"object","required":["names","matrix"],"additionalProperties":false,"properties":{"names":{"type":"array","items":{"type":"string"}},"matrix":{"type":"array","items":{"type":"array","items":{"type":"number"}}}}};
const pattern0 = new RegExp("^forward ", "u");
const pattern1 = new RegExp("^backward ", "u");
const pattern2 = new RegExp("^[a-z0-9][a-z0-9-]*$", "u");
const pattern3 = new RegExp("\\S", "u");
const pattern6 = new RegExp("^https?://", "u");
const pattern8 = new RegExp("^[a-z0-9-]+$", "u");
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.form === undefined) && (missing0 = "form")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.form !== undefined){
if("kumar" !== data.form){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.constants !== undefined){
let data1 = data.constants;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.A === undefined){
const err2 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "A"},message:"must have required property '"+"A"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data1.alpha === undefined){
const err3 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "alpha"},message:"must have required property '"+"alpha"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1.B === undefined){
const err4 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "B"},message:"must have required property '"+"B"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.beta === undefined){
const err5 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "beta"},message:"must have required property '"+"beta"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.E === undefined){
const err6 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "E"},message:"must have required property '"+"E"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1.gamma_w === undefined){
const err7 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "gamma_w"},message:"must have required property '"+"gamma_w"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data1.n_w === undefined){
const err8 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "n_w"},message:"must have required property '"+"n_w"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data1.gamma_a === undefined){
const err9 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "gamma_a"},message:"must have required property '"+"gamma_a"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data1.n_a === undefined){
const err10 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "n_a"},message:"must have required property '"+"n_a"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data1.gamma_kv === undefined){
const err11 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "gamma_kv"},message:"must have required property '"+"gamma_kv"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data1.n_kv === undefined){
const err12 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "n_kv"},message:"must have required property '"+"n_kv"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data1.C_T === undefined){
const err13 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "C_T"},message:"must have required property '"+"C_T"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data1.gamma_D === undefined){
const err14 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "gamma_D"},message:"must have required property '"+"gamma_D"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data1.gamma_N === undefined){
const err15 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "gamma_N"},message:"must have required property '"+"gamma_N"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data1.gamma === undefined){
const err16 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "gamma"},message:"must have required property '"+"gamma"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data1.b === undefined){
const err17 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "b"},message:"must have required property '"+"b"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data1.C_w === undefined){
const err18 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "C_w"},message:"must have required property '"+"C_w"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data1.C_a === undefined){
const err19 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "C_a"},message:"must have required property '"+"C_a"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data1.C_kv === undefined){
const err20 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/0/then/properties/constants/required",keyword:"required",params:{missingProperty: "C_kv"},message:"must have required property '"+"C_kv"+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err21 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const _errs8 = errors;
let valid4 = true;
const _errs9 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.form === undefined) && (missing1 = "form")){
const err22 = {};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
else {
if(data.form !== undefined){
if("sun" !== data.form){
const err23 = {};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
}
var _valid1 = _errs9 === errors;
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs11 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.constants !== undefined){
let data3 = data.constants;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.n === undefined){
const err24 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/1/then/properties/constants/required",keyword:"required",params:{missingProperty: "n"},message:"must have required property '"+"n"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data3.alpha === undefined){
const err25 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/1/then/properties/constants/required",keyword:"required",params:{missingProperty: "alpha"},message:"must have required property '"+"alpha"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data3.d === undefined){
const err26 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/1/then/properties/constants/required",keyword:"required",params:{missingProperty: "d"},message:"must have required property '"+"d"+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data3.beta === undefined){
const err27 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/1/then/properties/constants/required",keyword:"required",params:{missingProperty: "beta"},message:"must have required property '"+"beta"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data3.epsilon === undefined){
const err28 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/1/then/properties/constants/required",keyword:"required",params:{missingProperty: "epsilon"},message:"must have required property '"+"epsilon"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data3.gamma === undefined){
const err29 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/1/then/properties/constants/required",keyword:"required",params:{missingProperty: "gamma"},message:"must have required property '"+"gamma"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data3.delta === undefined){
const err30 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/1/then/properties/constants/required",keyword:"required",params:{missingProperty: "delta"},message:"must have required property '"+"delta"+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data3.nu === undefined){
const err31 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/1/then/properties/constants/required",keyword:"required",params:{missingProperty: "nu"},message:"must have required property '"+"nu"+"'"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data3.log2B_channel === undefined){
const err32 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/1/then/properties/constants/required",keyword:"required",params:{missingProperty: "log2B_channel"},message:"must have required property '"+"log2B_channel"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
var _valid1 = _errs11 === errors;
valid4 = _valid1;
}
if(!valid4){
const err33 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
const _errs14 = errors;
let valid7 = true;
const _errs15 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.form === undefined) && (missing2 = "form")){
const err34 = {};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
else {
if(data.form !== undefined){
if("chinchilla" !== data.form){
const err35 = {};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
}
var _valid2 = _errs15 === errors;
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs17 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.constants !== undefined){
let data5 = data.constants;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.E === undefined){
const err36 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/2/then/properties/constants/required",keyword:"required",params:{missingProperty: "E"},message:"must have required property '"+"E"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data5.A === undefined){
const err37 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/2/then/properties/constants/required",keyword:"required",params:{missingProperty: "A"},message:"must have required property '"+"A"+"'"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data5.B === undefined){
const err38 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/2/then/properties/constants/required",keyword:"required",params:{missingProperty: "B"},message:"must have required property '"+"B"+"'"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data5.alpha === undefined){
const err39 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/2/then/properties/constants/required",keyword:"required",params:{missingProperty: "alpha"},message:"must have required property '"+"alpha"+"'"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data5.beta === undefined){
const err40 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/2/then/properties/constants/required",keyword:"required",params:{missingProperty: "beta"},message:"must have required property '"+"beta"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
}
var _valid2 = _errs17 === errors;
valid7 = _valid2;
}
if(!valid7){
const err41 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const _errs20 = errors;
let valid10 = true;
const _errs21 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.form === undefined) && (missing3 = "form")){
const err42 = {};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
else {
if(data.form !== undefined){
if("quartet" !== data.form){
const err43 = {};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
}
var _valid3 = _errs21 === errors;
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs23 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.settings === undefined){
const err44 = {instancePath,schemaPath:"#/allOf/3/then/required",keyword:"required",params:{missingProperty: "settings"},message:"must have required property '"+"settings"+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data.constants !== undefined){
let data7 = data.constants;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.A === undefined){
const err45 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/3/then/properties/constants/required",keyword:"required",params:{missingProperty: "A"},message:"must have required property '"+"A"+"'"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data7.alpha === undefined){
const err46 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/3/then/properties/constants/required",keyword:"required",params:{missingProperty: "alpha"},message:"must have required property '"+"alpha"+"'"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data7.B === undefined){
const err47 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/3/then/properties/constants/required",keyword:"required",params:{missingProperty: "B"},message:"must have required property '"+"B"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data7.beta === undefined){
const err48 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/3/then/properties/constants/required",keyword:"required",params:{missingProperty: "beta"},message:"must have required property '"+"beta"+"'"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data7.E === undefined){
const err49 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/3/then/properties/constants/required",keyword:"required",params:{missingProperty: "E"},message:"must have required property '"+"E"+"'"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data7.gamma === undefined){
const err50 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/3/then/properties/constants/required",keyword:"required",params:{missingProperty: "gamma"},message:"must have required property '"+"gamma"+"'"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data.settings !== undefined){
let data8 = data.settings;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8["forward MXFP4, stochastic rounding"] === undefined){
const err51 = {instancePath:instancePath+"/settings",schemaPath:"#/allOf/3/then/properties/settings/required",keyword:"required",params:{missingProperty: "forward MXFP4, stochastic rounding"},message:"must have required property '"+"forward MXFP4, stochastic rounding"+"'"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data8["forward MXFP4, round to nearest"] === undefined){
const err52 = {instancePath:instancePath+"/settings",schemaPath:"#/allOf/3/then/properties/settings/required",keyword:"required",params:{missingProperty: "forward MXFP4, round to nearest"},message:"must have required property '"+"forward MXFP4, round to nearest"+"'"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data8["forward MXFP4, QuEST"] === undefined){
const err53 = {instancePath:instancePath+"/settings",schemaPath:"#/allOf/3/then/properties/settings/required",keyword:"required",params:{missingProperty: "forward MXFP4, QuEST"},message:"must have required property '"+"forward MXFP4, QuEST"+"'"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data8["backward MXFP4, stochastic rounding"] === undefined){
const err54 = {instancePath:instancePath+"/settings",schemaPath:"#/allOf/3/then/properties/settings/required",keyword:"required",params:{missingProperty: "backward MXFP4, stochastic rounding"},message:"must have required property '"+"backward MXFP4, stochastic rounding"+"'"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data8["backward MXFP4, round to nearest"] === undefined){
const err55 = {instancePath:instancePath+"/settings",schemaPath:"#/allOf/3/then/properties/settings/required",keyword:"required",params:{missingProperty: "backward MXFP4, round to nearest"},message:"must have required property '"+"backward MXFP4, round to nearest"+"'"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data8["backward MXFP4, QuEST"] === undefined){
const err56 = {instancePath:instancePath+"/settings",schemaPath:"#/allOf/3/then/properties/settings/required",keyword:"required",params:{missingProperty: "backward MXFP4, QuEST"},message:"must have required property '"+"backward MXFP4, QuEST"+"'"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
for(const key0 in data8){
if(pattern0.test(key0)){
let data9 = data8[key0];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.effN === undefined){
const err57 = {instancePath:instancePath+"/settings/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/3/then/properties/settings/patternProperties/%5Eforward%20/required",keyword:"required",params:{missingProperty: "effN"},message:"must have required property '"+"effN"+"'"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
}
for(const key1 in data8){
if(pattern1.test(key1)){
let data10 = data8[key1];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.effD === undefined){
const err58 = {instancePath:instancePath+"/settings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/3/then/properties/settings/patternProperties/%5Ebackward%20/required",keyword:"required",params:{missingProperty: "effD"},message:"must have required property '"+"effD"+"'"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
}
}
}
}
var _valid3 = _errs23 === errors;
valid10 = _valid3;
}
if(!valid10){
const err59 = {instancePath,schemaPath:"#/allOf/3/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
const _errs29 = errors;
let valid14 = true;
const _errs30 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.form === undefined) && (missing4 = "form")){
const err60 = {};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
else {
if(data.form !== undefined){
if("chen" !== data.form){
const err61 = {};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
}
var _valid4 = _errs30 === errors;
errors = _errs29;
if(vErrors !== null){
if(_errs29){
vErrors.length = _errs29;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs32 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.settings === undefined){
const err62 = {instancePath,schemaPath:"#/allOf/4/then/required",keyword:"required",params:{missingProperty: "settings"},message:"must have required property '"+"settings"+"'"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data.constants !== undefined){
let data12 = data.constants;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.E === undefined){
const err63 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/4/then/properties/constants/required",keyword:"required",params:{missingProperty: "E"},message:"must have required property '"+"E"+"'"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data12.A === undefined){
const err64 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/4/then/properties/constants/required",keyword:"required",params:{missingProperty: "A"},message:"must have required property '"+"A"+"'"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data12.alpha === undefined){
const err65 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/4/then/properties/constants/required",keyword:"required",params:{missingProperty: "alpha"},message:"must have required property '"+"alpha"+"'"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data12.B === undefined){
const err66 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/4/then/properties/constants/required",keyword:"required",params:{missingProperty: "B"},message:"must have required property '"+"B"+"'"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data12.beta === undefined){
const err67 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/4/then/properties/constants/required",keyword:"required",params:{missingProperty: "beta"},message:"must have required property '"+"beta"+"'"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
if(data.settings !== undefined){
let data13 = data.settings;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key2 in data13){
let data14 = data13[key2];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.k === undefined){
const err68 = {instancePath:instancePath+"/settings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/4/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "k"},message:"must have required property '"+"k"+"'"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data14.g_N === undefined){
const err69 = {instancePath:instancePath+"/settings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/4/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "g_N"},message:"must have required property '"+"g_N"+"'"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data14.g_D === undefined){
const err70 = {instancePath:instancePath+"/settings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/4/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "g_D"},message:"must have required property '"+"g_D"+"'"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data14.g_G === undefined){
const err71 = {instancePath:instancePath+"/settings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/4/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "g_G"},message:"must have required property '"+"g_G"+"'"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
}
}
}
var _valid4 = _errs32 === errors;
valid14 = _valid4;
}
if(!valid14){
const err72 = {instancePath,schemaPath:"#/allOf/4/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
const _errs38 = errors;
let valid18 = true;
const _errs39 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((data.form === undefined) && (missing5 = "form")){
const err73 = {};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
else {
if(data.form !== undefined){
if("quest" !== data.form){
const err74 = {};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
}
var _valid5 = _errs39 === errors;
errors = _errs38;
if(vErrors !== null){
if(_errs38){
vErrors.length = _errs38;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs41 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.settings === undefined){
const err75 = {instancePath,schemaPath:"#/allOf/5/then/required",keyword:"required",params:{missingProperty: "settings"},message:"must have required property '"+"settings"+"'"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data.settings !== undefined){
let data16 = data.settings;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key3 in data16){
let data17 = data16[key3];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.eff === undefined){
const err76 = {instancePath:instancePath+"/settings/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/5/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "eff"},message:"must have required property '"+"eff"+"'"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
}
}
}
var _valid5 = _errs41 === errors;
valid18 = _valid5;
}
if(!valid18){
const err77 = {instancePath,schemaPath:"#/allOf/5/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
const _errs46 = errors;
let valid22 = true;
const _errs47 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if((data.form === undefined) && (missing6 = "form")){
const err78 = {};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
else {
if(data.form !== undefined){
if("ptq" !== data.form){
const err79 = {};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
}
var _valid6 = _errs47 === errors;
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
if(_valid6){
const _errs49 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.settings === undefined){
const err80 = {instancePath,schemaPath:"#/allOf/6/then/required",keyword:"required",params:{missingProperty: "settings"},message:"must have required property '"+"settings"+"'"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data.constants !== undefined){
let data19 = data.constants;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.intercept === undefined){
const err81 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "intercept"},message:"must have required property '"+"intercept"+"'"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data19.rtn === undefined){
const err82 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "rtn"},message:"must have required property '"+"rtn"+"'"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data19.awq === undefined){
const err83 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "awq"},message:"must have required property '"+"awq"+"'"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(data19.learned === undefined){
const err84 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "learned"},message:"must have required property '"+"learned"+"'"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(data19.tuned === undefined){
const err85 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "tuned"},message:"must have required property '"+"tuned"+"'"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(data19.bits3 === undefined){
const err86 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "bits3"},message:"must have required property '"+"bits3"+"'"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(data19.bits2 === undefined){
const err87 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "bits2"},message:"must have required property '"+"bits2"+"'"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data19.bits3_rtn === undefined){
const err88 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "bits3_rtn"},message:"must have required property '"+"bits3_rtn"+"'"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data19.bits3_awq === undefined){
const err89 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "bits3_awq"},message:"must have required property '"+"bits3_awq"+"'"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data19.bits3_learned === undefined){
const err90 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "bits3_learned"},message:"must have required property '"+"bits3_learned"+"'"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(data19.bits2_rtn === undefined){
const err91 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "bits2_rtn"},message:"must have required property '"+"bits2_rtn"+"'"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data19.bits2_awq === undefined){
const err92 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "bits2_awq"},message:"must have required property '"+"bits2_awq"+"'"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data19.bits2_learned === undefined){
const err93 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "bits2_learned"},message:"must have required property '"+"bits2_learned"+"'"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data19.channel === undefined){
const err94 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "channel"},message:"must have required property '"+"channel"+"'"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data19.channel_rtn === undefined){
const err95 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "channel_rtn"},message:"must have required property '"+"channel_rtn"+"'"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data19.channel_awq === undefined){
const err96 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "channel_awq"},message:"must have required property '"+"channel_awq"+"'"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(data19.channel_learned === undefined){
const err97 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "channel_learned"},message:"must have required property '"+"channel_learned"+"'"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data19.group === undefined){
const err98 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "group"},message:"must have required property '"+"group"+"'"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data19.c4 === undefined){
const err99 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "c4"},message:"must have required property '"+"c4"+"'"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data19.ptb === undefined){
const err100 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "ptb"},message:"must have required property '"+"ptb"+"'"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data19.parameters === undefined){
const err101 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "parameters"},message:"must have required property '"+"parameters"+"'"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data19.tokens === undefined){
const err102 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "tokens"},message:"must have required property '"+"tokens"+"'"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data19.saturation === undefined){
const err103 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "saturation"},message:"must have required property '"+"saturation"+"'"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data19.intervalScale === undefined){
const err104 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "intervalScale"},message:"must have required property '"+"intervalScale"+"'"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data19.collapseThreshold === undefined){
const err105 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "collapseThreshold"},message:"must have required property '"+"collapseThreshold"+"'"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data19.collapseScale === undefined){
const err106 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "collapseScale"},message:"must have required property '"+"collapseScale"+"'"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
if(data.settings !== undefined){
let data20 = data.settings;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.deviations === undefined){
const err107 = {instancePath:instancePath+"/settings",schemaPath:"#/allOf/6/then/properties/settings/required",keyword:"required",params:{missingProperty: "deviations"},message:"must have required property '"+"deviations"+"'"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(data20.deviations !== undefined){
let data21 = data20.deviations;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.family === undefined){
const err108 = {instancePath:instancePath+"/settings/deviations",schemaPath:"#/allOf/6/then/properties/settings/properties/deviations/required",keyword:"required",params:{missingProperty: "family"},message:"must have required property '"+"family"+"'"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(data21.model === undefined){
const err109 = {instancePath:instancePath+"/settings/deviations",schemaPath:"#/allOf/6/then/properties/settings/properties/deviations/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data21.familyMethod === undefined){
const err110 = {instancePath:instancePath+"/settings/deviations",schemaPath:"#/allOf/6/then/properties/settings/properties/deviations/required",keyword:"required",params:{missingProperty: "familyMethod"},message:"must have required property '"+"familyMethod"+"'"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data21.modelMethod === undefined){
const err111 = {instancePath:instancePath+"/settings/deviations",schemaPath:"#/allOf/6/then/properties/settings/properties/deviations/required",keyword:"required",params:{missingProperty: "modelMethod"},message:"must have required property '"+"modelMethod"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data21.familySetting === undefined){
const err112 = {instancePath:instancePath+"/settings/deviations",schemaPath:"#/allOf/6/then/properties/settings/properties/deviations/required",keyword:"required",params:{missingProperty: "familySetting"},message:"must have required property '"+"familySetting"+"'"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data21.modelSetting === undefined){
const err113 = {instancePath:instancePath+"/settings/deviations",schemaPath:"#/allOf/6/then/properties/settings/properties/deviations/required",keyword:"required",params:{missingProperty: "modelSetting"},message:"must have required property '"+"modelSetting"+"'"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data21.residual === undefined){
const err114 = {instancePath:instancePath+"/settings/deviations",schemaPath:"#/allOf/6/then/properties/settings/properties/deviations/required",keyword:"required",params:{missingProperty: "residual"},message:"must have required property '"+"residual"+"'"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
}
}
}
var _valid6 = _errs49 === errors;
valid22 = _valid6;
}
if(!valid22){
const err115 = {instancePath,schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
const _errs54 = errors;
let valid26 = true;
const _errs55 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((data.form === undefined) && (missing7 = "form")){
const err116 = {};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
else {
if(data.form !== undefined){
if("ouyang" !== data.form){
const err117 = {};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
}
var _valid7 = _errs55 === errors;
errors = _errs54;
if(vErrors !== null){
if(_errs54){
vErrors.length = _errs54;
}
else {
vErrors = null;
}
}
if(_valid7){
const _errs57 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.settings === undefined){
const err118 = {instancePath,schemaPath:"#/allOf/7/then/required",keyword:"required",params:{missingProperty: "settings"},message:"must have required property '"+"settings"+"'"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data.constants !== undefined){
let data23 = data.constants;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.N_c === undefined){
const err119 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/7/then/properties/constants/required",keyword:"required",params:{missingProperty: "N_c"},message:"must have required property '"+"N_c"+"'"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data23.D_c === undefined){
const err120 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/7/then/properties/constants/required",keyword:"required",params:{missingProperty: "D_c"},message:"must have required property '"+"D_c"+"'"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(data23.alpha_N === undefined){
const err121 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/7/then/properties/constants/required",keyword:"required",params:{missingProperty: "alpha_N"},message:"must have required property '"+"alpha_N"+"'"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(data23.alpha_D === undefined){
const err122 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/7/then/properties/constants/required",keyword:"required",params:{missingProperty: "alpha_D"},message:"must have required property '"+"alpha_D"+"'"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
if(data.settings !== undefined){
let data24 = data.settings;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(Object.keys(data24).length < 1){
const err123 = {instancePath:instancePath+"/settings",schemaPath:"#/allOf/7/then/properties/settings/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
for(const key4 in data24){
let data25 = data24[key4];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.bits === undefined){
const err124 = {instancePath:instancePath+"/settings/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/7/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "bits"},message:"must have required property '"+"bits"+"'"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data25.K === undefined){
const err125 = {instancePath:instancePath+"/settings/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/7/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "K"},message:"must have required property '"+"K"+"'"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(data25.a === undefined){
const err126 = {instancePath:instancePath+"/settings/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/7/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "a"},message:"must have required property '"+"a"+"'"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data25.b === undefined){
const err127 = {instancePath:instancePath+"/settings/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/7/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "b"},message:"must have required property '"+"b"+"'"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
}
}
}
var _valid7 = _errs57 === errors;
valid26 = _valid7;
}
if(!valid26){
const err128 = {instancePath,schemaPath:"#/allOf/7/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
const _errs63 = errors;
let valid30 = true;
const _errs64 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing8;
if((data.form === undefined) && (missing8 = "form")){
const err129 = {};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
else {
if(data.form !== undefined){
if("forest" !== data.form){
const err130 = {};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
}
var _valid8 = _errs64 === errors;
errors = _errs63;
if(vErrors !== null){
if(_errs63){
vErrors.length = _errs63;
}
else {
vErrors = null;
}
}
if(_valid8){
const _errs66 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.forest === undefined){
const err131 = {instancePath,schemaPath:"#/allOf/8/then/required",keyword:"required",params:{missingProperty: "forest"},message:"must have required property '"+"forest"+"'"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
var _valid8 = _errs66 === errors;
valid30 = _valid8;
}
if(!valid30){
const err132 = {instancePath,schemaPath:"#/allOf/8/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err133 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data.form === undefined){
const err134 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "form"},message:"must have required property '"+"form"+"'"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(data.summary === undefined){
const err135 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "summary"},message:"must have required property '"+"summary"+"'"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(data.citation === undefined){
const err136 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "citation"},message:"must have required property '"+"citation"+"'"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(data.trust === undefined){
const err137 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trust"},message:"must have required property '"+"trust"+"'"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data.about === undefined){
const err138 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "about"},message:"must have required property '"+"about"+"'"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data.numbers === undefined){
const err139 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "numbers"},message:"must have required property '"+"numbers"+"'"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data.tensors === undefined){
const err140 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tensors"},message:"must have required property '"+"tensors"+"'"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data.counts === undefined){
const err141 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "counts"},message:"must have required property '"+"counts"+"'"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(data.constants === undefined){
const err142 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "constants"},message:"must have required property '"+"constants"+"'"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data.domain === undefined){
const err143 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "domain"},message:"must have required property '"+"domain"+"'"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(data.notes === undefined){
const err144 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "notes"},message:"must have required property '"+"notes"+"'"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
for(const key5 in data){
if(!(func2.call(schema11.properties, key5))){
const err145 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err146 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data.name !== undefined){
let data28 = data.name;
if(typeof data28 === "string"){
if(!pattern2.test(data28)){
const err147 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\""};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data.form !== undefined){
let data29 = data.form;
if(!(((((((((data29 === "kumar") || (data29 === "sun")) || (data29 === "quartet")) || (data29 === "chen")) || (data29 === "quest")) || (data29 === "ouyang")) || (data29 === "ptq")) || (data29 === "forest")) || (data29 === "chinchilla"))){
const err149 = {instancePath:instancePath+"/form",schemaPath:"#/properties/form/enum",keyword:"enum",params:{allowedValues: schema11.properties.form.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data.summary !== undefined){
let data30 = data.summary;
if(typeof data30 === "string"){
if(!pattern3.test(data30)){
const err150 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
else {
const err151 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data.citation !== undefined){
let data31 = data.citation;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.authors === undefined){
const err152 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/required",keyword:"required",params:{missingProperty: "authors"},message:"must have required property '"+"authors"+"'"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data31.year === undefined){
const err153 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/required",keyword:"required",params:{missingProperty: "year"},message:"must have required property '"+"year"+"'"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(data31.title === undefined){
const err154 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(data31.where === undefined){
const err155 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/required",keyword:"required",params:{missingProperty: "where"},message:"must have required property '"+"where"+"'"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
for(const key6 in data31){
if(!(((((key6 === "authors") || (key6 === "year")) || (key6 === "title")) || (key6 === "url")) || (key6 === "where"))){
const err156 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data31.authors !== undefined){
let data32 = data31.authors;
if(typeof data32 === "string"){
if(!pattern3.test(data32)){
const err157 = {instancePath:instancePath+"/citation/authors",schemaPath:"#/properties/citation/properties/authors/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
else {
const err158 = {instancePath:instancePath+"/citation/authors",schemaPath:"#/properties/citation/properties/authors/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data31.year !== undefined){
let data33 = data31.year;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err159 = {instancePath:instancePath+"/citation/year",schemaPath:"#/properties/citation/properties/year/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 1900 || isNaN(data33)){
const err160 = {instancePath:instancePath+"/citation/year",schemaPath:"#/properties/citation/properties/year/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1900},message:"must be >= 1900"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
}
if(data31.title !== undefined){
let data34 = data31.title;
if(typeof data34 === "string"){
if(!pattern3.test(data34)){
const err161 = {instancePath:instancePath+"/citation/title",schemaPath:"#/properties/citation/properties/title/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
else {
const err162 = {instancePath:instancePath+"/citation/title",schemaPath:"#/properties/citation/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data31.url !== undefined){
let data35 = data31.url;
if(typeof data35 === "string"){
if(!pattern6.test(data35)){
const err163 = {instancePath:instancePath+"/citation/url",schemaPath:"#/properties/citation/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://"},message:"must match pattern \""+"^https?://"+"\""};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
else {
const err164 = {instancePath:instancePath+"/citation/url",schemaPath:"#/properties/citation/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data31.where !== undefined){
let data36 = data31.where;
if(typeof data36 === "string"){
if(!pattern3.test(data36)){
const err165 = {instancePath:instancePath+"/citation/where",schemaPath:"#/properties/citation/properties/where/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
else {
const err166 = {instancePath:instancePath+"/citation/where",schemaPath:"#/properties/citation/properties/where/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
}
else {
const err167 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data.trust !== undefined){
let data37 = data.trust;
if(!((((data37 === "A") || (data37 === "B")) || (data37 === "C")) || (data37 === "own"))){
const err168 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/enum",keyword:"enum",params:{allowedValues: schema11.properties.trust.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data.about !== undefined){
let data38 = data.about;
if(Array.isArray(data38)){
if(data38.length < 1){
const err169 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
const len0 = data38.length;
for(let i0=0; i0<len0; i0++){
let data39 = data38[i0];
if(typeof data39 !== "string"){
const err170 = {instancePath:instancePath+"/about/" + i0,schemaPath:"#/properties/about/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(!((((data39 === "training") || (data39 === "quantization-aware training")) || (data39 === "post-training quantization")) || (data39 === "baseline"))){
const err171 = {instancePath:instancePath+"/about/" + i0,schemaPath:"#/properties/about/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.about.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
let i1 = data38.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data38[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err172 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err173 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data.role !== undefined){
let data40 = data.role;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
for(const key7 in data40){
if(!((((key7 === "leads") || (key7 === "ranks")) || (key7 === "optimum")) || (key7 === "rules"))){
const err174 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data40.leads !== undefined){
let data41 = data40.leads;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
for(const key8 in data41){
if(!(((key8 === "training") || (key8 === "post-training quantization")) || (key8 === "baseline"))){
const err175 = {instancePath:instancePath+"/role/leads",schemaPath:"#/properties/role/properties/leads/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data41.training !== undefined){
let data42 = data41.training;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err176 = {instancePath:instancePath+"/role/leads/training",schemaPath:"#/properties/role/properties/leads/properties/training/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 < 1 || isNaN(data42)){
const err177 = {instancePath:instancePath+"/role/leads/training",schemaPath:"#/properties/role/properties/leads/properties/training/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
}
if(data41["post-training quantization"] !== undefined){
let data43 = data41["post-training quantization"];
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err178 = {instancePath:instancePath+"/role/leads/post-training quantization",schemaPath:"#/properties/role/properties/leads/properties/post-training%20quantization/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 1 || isNaN(data43)){
const err179 = {instancePath:instancePath+"/role/leads/post-training quantization",schemaPath:"#/properties/role/properties/leads/properties/post-training%20quantization/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
if(data41.baseline !== undefined){
let data44 = data41.baseline;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err180 = {instancePath:instancePath+"/role/leads/baseline",schemaPath:"#/properties/role/properties/leads/properties/baseline/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 1 || isNaN(data44)){
const err181 = {instancePath:instancePath+"/role/leads/baseline",schemaPath:"#/properties/role/properties/leads/properties/baseline/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
}
}
else {
const err182 = {instancePath:instancePath+"/role/leads",schemaPath:"#/properties/role/properties/leads/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data40.ranks !== undefined){
let data45 = data40.ranks;
if(Array.isArray(data45)){
const len1 = data45.length;
for(let i2=0; i2<len1; i2++){
let data46 = data45[i2];
if(typeof data46 !== "string"){
const err183 = {instancePath:instancePath+"/role/ranks/" + i2,schemaPath:"#/properties/role/properties/ranks/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(!(((((data46 === "float formats") || (data46 === "integer formats")) || (data46 === "scaling granularity")) || (data46 === "float layouts")) || (data46 === "quantization formats"))){
const err184 = {instancePath:instancePath+"/role/ranks/" + i2,schemaPath:"#/properties/role/properties/ranks/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.role.properties.ranks.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
let i3 = data45.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data45[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err185 = {instancePath:instancePath+"/role/ranks",schemaPath:"#/properties/role/properties/ranks/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err186 = {instancePath:instancePath+"/role/ranks",schemaPath:"#/properties/role/properties/ranks/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data40.optimum !== undefined){
if(typeof data40.optimum !== "boolean"){
const err187 = {instancePath:instancePath+"/role/optimum",schemaPath:"#/properties/role/properties/optimum/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data40.rules !== undefined){
let data48 = data40.rules;
if(Array.isArray(data48)){
const len2 = data48.length;
for(let i4=0; i4<len2; i4++){
let data49 = data48[i4];
if(typeof data49 === "string"){
if(!pattern8.test(data49)){
const err188 = {instancePath:instancePath+"/role/rules/" + i4,schemaPath:"#/properties/role/properties/rules/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"},message:"must match pattern \""+"^[a-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
else {
const err189 = {instancePath:instancePath+"/role/rules/" + i4,schemaPath:"#/properties/role/properties/rules/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
let i5 = data48.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data48[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err190 = {instancePath:instancePath+"/role/rules",schemaPath:"#/properties/role/properties/rules/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err191 = {instancePath:instancePath+"/role/rules",schemaPath:"#/properties/role/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
}
else {
const err192 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data.numbers !== undefined){
let data50 = data.numbers;
if(Array.isArray(data50)){
if(data50.length < 1){
const err193 = {instancePath:instancePath+"/numbers",schemaPath:"#/properties/numbers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
const len3 = data50.length;
for(let i6=0; i6<len3; i6++){
let data51 = data50[i6];
if(typeof data51 !== "string"){
const err194 = {instancePath:instancePath+"/numbers/" + i6,schemaPath:"#/properties/numbers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(!(((data51 === "integer") || (data51 === "float")) || (data51 === "codebook"))){
const err195 = {instancePath:instancePath+"/numbers/" + i6,schemaPath:"#/properties/numbers/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.numbers.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
let i7 = data50.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data50[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err196 = {instancePath:instancePath+"/numbers",schemaPath:"#/properties/numbers/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err197 = {instancePath:instancePath+"/numbers",schemaPath:"#/properties/numbers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data.tensors !== undefined){
let data52 = data.tensors;
if(Array.isArray(data52)){
const len4 = data52.length;
for(let i8=0; i8<len4; i8++){
let data53 = data52[i8];
if(typeof data53 !== "string"){
const err198 = {instancePath:instancePath+"/tensors/" + i8,schemaPath:"#/properties/tensors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(!((((data53 === "weights") || (data53 === "activations")) || (data53 === "kvCache")) || (data53 === "gradients"))){
const err199 = {instancePath:instancePath+"/tensors/" + i8,schemaPath:"#/properties/tensors/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.tensors.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
let i9 = data52.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data52[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err200 = {instancePath:instancePath+"/tensors",schemaPath:"#/properties/tensors/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i9+" are identical)"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
break;
}
indices4[item4] = i9;
}
}
}
else {
const err201 = {instancePath:instancePath+"/tensors",schemaPath:"#/properties/tensors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data.counts !== undefined){
let data54 = data.counts;
if(!((data54 === "nonEmbeddingParameters") || (data54 === "parameters"))){
const err202 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/enum",keyword:"enum",params:{allowedValues: schema11.properties.counts.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
if(data.constants !== undefined){
let data55 = data.constants;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
for(const key9 in data55){
let data56 = data55[key9];
if(!((typeof data56 == "number") && (isFinite(data56)))){
const err203 = {instancePath:instancePath+"/constants/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/constants/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
}
else {
const err204 = {instancePath:instancePath+"/constants",schemaPath:"#/properties/constants/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(data.settings !== undefined){
let data57 = data.settings;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
for(const key10 in data57){
let data58 = data57[key10];
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
for(const key11 in data58){
let data59 = data58[key11];
if(!((typeof data59 == "number") && (isFinite(data59)))){
const err205 = {instancePath:instancePath+"/settings/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/settings/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
}
else {
const err206 = {instancePath:instancePath+"/settings/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/settings/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
}
else {
const err207 = {instancePath:instancePath+"/settings",schemaPath:"#/properties/settings/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data.assumed !== undefined){
let data60 = data.assumed;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key12 in data60){
let data61 = data60[key12];
if(typeof data61 === "string"){
if(!pattern3.test(data61)){
const err208 = {instancePath:instancePath+"/assumed/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumed/additionalProperties/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
else {
const err209 = {instancePath:instancePath+"/assumed/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumed/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
}
else {
const err210 = {instancePath:instancePath+"/assumed",schemaPath:"#/properties/assumed/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data.domain !== undefined){
let data62 = data.domain;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
for(const key13 in data62){
if(!(((((((key13 === "parameters") || (key13 === "tokens")) || (key13 === "tokensPerParameter")) || (key13 === "bits")) || (key13 === "block")) || (key13 === "exponent")) || (key13 === "mantissa"))){
const err211 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
if(data62.parameters !== undefined){
let data63 = data62.parameters;
if(Array.isArray(data63)){
if(data63.length > 2){
const err212 = {instancePath:instancePath+"/domain/parameters",schemaPath:"#/definitions/positiveRange/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
if(data63.length < 2){
const err213 = {instancePath:instancePath+"/domain/parameters",schemaPath:"#/definitions/positiveRange/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
const len5 = data63.length;
for(let i10=0; i10<len5; i10++){
let data64 = data63[i10];
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 <= 0 || isNaN(data64)){
const err214 = {instancePath:instancePath+"/domain/parameters/" + i10,schemaPath:"#/definitions/positiveRange/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
else {
const err215 = {instancePath:instancePath+"/domain/parameters/" + i10,schemaPath:"#/definitions/positiveRange/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
}
else {
const err216 = {instancePath:instancePath+"/domain/parameters",schemaPath:"#/definitions/positiveRange/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data62.tokens !== undefined){
let data65 = data62.tokens;
if(Array.isArray(data65)){
if(data65.length > 2){
const err217 = {instancePath:instancePath+"/domain/tokens",schemaPath:"#/definitions/positiveRange/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(data65.length < 2){
const err218 = {instancePath:instancePath+"/domain/tokens",schemaPath:"#/definitions/positiveRange/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
const len6 = data65.length;
for(let i11=0; i11<len6; i11++){
let data66 = data65[i11];
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 <= 0 || isNaN(data66)){
const err219 = {instancePath:instancePath+"/domain/tokens/" + i11,schemaPath:"#/definitions/positiveRange/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
else {
const err220 = {instancePath:instancePath+"/domain/tokens/" + i11,schemaPath:"#/definitions/positiveRange/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
}
else {
const err221 = {instancePath:instancePath+"/domain/tokens",schemaPath:"#/definitions/positiveRange/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data62.tokensPerParameter !== undefined){
let data67 = data62.tokensPerParameter;
if(Array.isArray(data67)){
if(data67.length > 2){
const err222 = {instancePath:instancePath+"/domain/tokensPerParameter",schemaPath:"#/definitions/positiveRange/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(data67.length < 2){
const err223 = {instancePath:instancePath+"/domain/tokensPerParameter",schemaPath:"#/definitions/positiveRange/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
const len7 = data67.length;
for(let i12=0; i12<len7; i12++){
let data68 = data67[i12];
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 <= 0 || isNaN(data68)){
const err224 = {instancePath:instancePath+"/domain/tokensPerParameter/" + i12,schemaPath:"#/definitions/positiveRange/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
else {
const err225 = {instancePath:instancePath+"/domain/tokensPerParameter/" + i12,schemaPath:"#/definitions/positiveRange/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
}
else {
const err226 = {instancePath:instancePath+"/domain/tokensPerParameter",schemaPath:"#/definitions/positiveRange/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
if(data62.bits !== undefined){
let data69 = data62.bits;
if(Array.isArray(data69)){
if(data69.length > 2){
const err227 = {instancePath:instancePath+"/domain/bits",schemaPath:"#/definitions/positiveRange/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
if(data69.length < 2){
const err228 = {instancePath:instancePath+"/domain/bits",schemaPath:"#/definitions/positiveRange/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
const len8 = data69.length;
for(let i13=0; i13<len8; i13++){
let data70 = data69[i13];
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 <= 0 || isNaN(data70)){
const err229 = {instancePath:instancePath+"/domain/bits/" + i13,schemaPath:"#/definitions/positiveRange/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
else {
const err230 = {instancePath:instancePath+"/domain/bits/" + i13,schemaPath:"#/definitions/positiveRange/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
else {
const err231 = {instancePath:instancePath+"/domain/bits",schemaPath:"#/definitions/positiveRange/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data62.block !== undefined){
let data71 = data62.block;
if(Array.isArray(data71)){
if(data71.length > 2){
const err232 = {instancePath:instancePath+"/domain/block",schemaPath:"#/definitions/positiveRange/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(data71.length < 2){
const err233 = {instancePath:instancePath+"/domain/block",schemaPath:"#/definitions/positiveRange/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
const len9 = data71.length;
for(let i14=0; i14<len9; i14++){
let data72 = data71[i14];
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 <= 0 || isNaN(data72)){
const err234 = {instancePath:instancePath+"/domain/block/" + i14,schemaPath:"#/definitions/positiveRange/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
else {
const err235 = {instancePath:instancePath+"/domain/block/" + i14,schemaPath:"#/definitions/positiveRange/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
}
else {
const err236 = {instancePath:instancePath+"/domain/block",schemaPath:"#/definitions/positiveRange/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
if(data62.exponent !== undefined){
let data73 = data62.exponent;
if(Array.isArray(data73)){
if(data73.length > 2){
const err237 = {instancePath:instancePath+"/domain/exponent",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
if(data73.length < 2){
const err238 = {instancePath:instancePath+"/domain/exponent",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
const len10 = data73.length;
for(let i15=0; i15<len10; i15++){
let data74 = data73[i15];
if((typeof data74 == "number") && (isFinite(data74))){
if(data74 < 0 || isNaN(data74)){
const err239 = {instancePath:instancePath+"/domain/exponent/" + i15,schemaPath:"#/definitions/range/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
else {
const err240 = {instancePath:instancePath+"/domain/exponent/" + i15,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
}
else {
const err241 = {instancePath:instancePath+"/domain/exponent",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
if(data62.mantissa !== undefined){
let data75 = data62.mantissa;
if(Array.isArray(data75)){
if(data75.length > 2){
const err242 = {instancePath:instancePath+"/domain/mantissa",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(data75.length < 2){
const err243 = {instancePath:instancePath+"/domain/mantissa",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
const len11 = data75.length;
for(let i16=0; i16<len11; i16++){
let data76 = data75[i16];
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 < 0 || isNaN(data76)){
const err244 = {instancePath:instancePath+"/domain/mantissa/" + i16,schemaPath:"#/definitions/range/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
else {
const err245 = {instancePath:instancePath+"/domain/mantissa/" + i16,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
}
else {
const err246 = {instancePath:instancePath+"/domain/mantissa",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
}
else {
const err247 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
if(data.notes !== undefined){
let data77 = data.notes;
if(Array.isArray(data77)){
const len12 = data77.length;
for(let i17=0; i17<len12; i17++){
let data78 = data77[i17];
if(typeof data78 === "string"){
if(!pattern3.test(data78)){
const err248 = {instancePath:instancePath+"/notes/" + i17,schemaPath:"#/properties/notes/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
else {
const err249 = {instancePath:instancePath+"/notes/" + i17,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
}
else {
const err250 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
if(data.intervals !== undefined){
let data79 = data.intervals;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
for(const key14 in data79){
let data80 = data79[key14];
if(Array.isArray(data80)){
if(data80.length > 2){
const err251 = {instancePath:instancePath+"/intervals/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/intervals/additionalProperties/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(data80.length < 2){
const err252 = {instancePath:instancePath+"/intervals/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/intervals/additionalProperties/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
const len13 = data80.length;
for(let i18=0; i18<len13; i18++){
let data81 = data80[i18];
if(!((typeof data81 == "number") && (isFinite(data81)))){
const err253 = {instancePath:instancePath+"/intervals/" + key14.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i18,schemaPath:"#/properties/intervals/additionalProperties/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
}
else {
const err254 = {instancePath:instancePath+"/intervals/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/intervals/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
else {
const err255 = {instancePath:instancePath+"/intervals",schemaPath:"#/properties/intervals/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
if(data.covariance !== undefined){
let data82 = data.covariance;
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
if(data82.names === undefined){
const err256 = {instancePath:instancePath+"/covariance",schemaPath:"#/definitions/covariance/required",keyword:"required",params:{missingProperty: "names"},message:"must have required property '"+"names"+"'"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
if(data82.matrix === undefined){
const err257 = {instancePath:instancePath+"/covariance",schemaPath:"#/definitions/covariance/required",keyword:"required",params:{missingProperty: "matrix"},message:"must have required property '"+"matrix"+"'"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
for(const key15 in data82){
if(!((key15 === "names") || (key15 === "matrix"))){
const err258 = {instancePath:instancePath+"/covariance",schemaPath:"#/definitions/covariance/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
if(data82.names !== undefined){
let data83 = data82.names;
if(Array.isArray(data83)){
const len14 = data83.length;
for(let i19=0; i19<len14; i19++){
if(typeof data83[i19] !== "string"){
const err259 = {instancePath:instancePath+"/covariance/names/" + i19,schemaPath:"#/definitions/covariance/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
}
else {
const err260 = {instancePath:instancePath+"/covariance/names",schemaPath:"#/definitions/covariance/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data82.matrix !== undefined){
let data85 = data82.matrix;
if(Array.isArray(data85)){
const len15 = data85.length;
for(let i20=0; i20<len15; i20++){
let data86 = data85[i20];
if(Array.isArray(data86)){
const len16 = data86.length;
for(let i21=0; i21<len16; i21++){
let data87 = data86[i21];
if(!((typeof data87 == "number") && (isFinite(data87)))){
const err261 = {instancePath:instancePath+"/covariance/matrix/" + i20+"/" + i21,schemaPath:"#/definitions/covariance/properties/matrix/items/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
}
else {
const err262 = {instancePath:instancePath+"/covariance/matrix/" + i20,schemaPath:"#/definitions/covariance/properties/matrix/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
}
else {
const err263 = {instancePath:instancePath+"/covariance/matrix",schemaPath:"#/definitions/covariance/properties/matrix/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
}
else {
const err264 = {instancePath:instancePath+"/covariance",schemaPath:"#/definitions/covariance/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
if(data.leftOut !== undefined){
let data88 = data.leftOut;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
for(const key16 in data88){
let data89 = data88[key16];
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if(data89.constants === undefined){
const err265 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/leftOut/additionalProperties/required",keyword:"required",params:{missingProperty: "constants"},message:"must have required property '"+"constants"+"'"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
if(data89.covariance === undefined){
const err266 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/leftOut/additionalProperties/required",keyword:"required",params:{missingProperty: "covariance"},message:"must have required property '"+"covariance"+"'"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
for(const key17 in data89){
if(!((key17 === "constants") || (key17 === "covariance"))){
const err267 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/leftOut/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
if(data89.constants !== undefined){
let data90 = data89.constants;
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
for(const key18 in data90){
let data91 = data90[key18];
if(!((typeof data91 == "number") && (isFinite(data91)))){
const err268 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/constants/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/leftOut/additionalProperties/properties/constants/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
}
else {
const err269 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/constants",schemaPath:"#/properties/leftOut/additionalProperties/properties/constants/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
if(data89.covariance !== undefined){
let data92 = data89.covariance;
if(data92 && typeof data92 == "object" && !Array.isArray(data92)){
if(data92.names === undefined){
const err270 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/covariance",schemaPath:"#/definitions/covariance/required",keyword:"required",params:{missingProperty: "names"},message:"must have required property '"+"names"+"'"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
if(data92.matrix === undefined){
const err271 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/covariance",schemaPath:"#/definitions/covariance/required",keyword:"required",params:{missingProperty: "matrix"},message:"must have required property '"+"matrix"+"'"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
for(const key19 in data92){
if(!((key19 === "names") || (key19 === "matrix"))){
const err272 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/covariance",schemaPath:"#/definitions/covariance/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
if(data92.names !== undefined){
let data93 = data92.names;
if(Array.isArray(data93)){
const len17 = data93.length;
for(let i22=0; i22<len17; i22++){
if(typeof data93[i22] !== "string"){
const err273 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/covariance/names/" + i22,schemaPath:"#/definitions/covariance/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
}
else {
const err274 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/covariance/names",schemaPath:"#/definitions/covariance/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
if(data92.matrix !== undefined){
let data95 = data92.matrix;
if(Array.isArray(data95)){
const len18 = data95.length;
for(let i23=0; i23<len18; i23++){
let data96 = data95[i23];
if(Array.isArray(data96)){
const len19 = data96.length;
for(let i24=0; i24<len19; i24++){
let data97 = data96[i24];
if(!((typeof data97 == "number") && (isFinite(data97)))){
const err275 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/covariance/matrix/" + i23+"/" + i24,schemaPath:"#/definitions/covariance/properties/matrix/items/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
}
else {
const err276 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/covariance/matrix/" + i23,schemaPath:"#/definitions/covariance/properties/matrix/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
}
else {
const err277 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/covariance/matrix",schemaPath:"#/definitions/covariance/properties/matrix/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
}
}
else {
const err278 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1")+"/covariance",schemaPath:"#/definitions/covariance/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
}
else {
const err279 = {instancePath:instancePath+"/leftOut/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/leftOut/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
}
else {
const err280 = {instancePath:instancePath+"/leftOut",schemaPath:"#/properties/leftOut/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
if(data.fit !== undefined){
let data98 = data.fit;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
for(const key20 in data98){
if(!((((((key20 === "table") || (key20 === "rows")) || (key20 === "seed")) || (key20 === "method")) || (key20 === "residual")) || (key20 === "within2"))){
let data99 = data98[key20];
if(((typeof data99 !== "string") && (!((typeof data99 == "number") && (isFinite(data99))))) && (typeof data99 !== "boolean")){
const err281 = {instancePath:instancePath+"/fit/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fit/additionalProperties/type",keyword:"type",params:{type: schema11.properties.fit.additionalProperties.type},message:"must be string,number,boolean"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
}
}
if(data98.table !== undefined){
if(typeof data98.table !== "string"){
const err282 = {instancePath:instancePath+"/fit/table",schemaPath:"#/properties/fit/properties/table/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
if(data98.rows !== undefined){
let data101 = data98.rows;
if(!(((typeof data101 == "number") && (!(data101 % 1) && !isNaN(data101))) && (isFinite(data101)))){
const err283 = {instancePath:instancePath+"/fit/rows",schemaPath:"#/properties/fit/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
if((typeof data101 == "number") && (isFinite(data101))){
if(data101 < 1 || isNaN(data101)){
const err284 = {instancePath:instancePath+"/fit/rows",schemaPath:"#/properties/fit/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
}
if(data98.seed !== undefined){
let data102 = data98.seed;
if(!(((typeof data102 == "number") && (!(data102 % 1) && !isNaN(data102))) && (isFinite(data102)))){
const err285 = {instancePath:instancePath+"/fit/seed",schemaPath:"#/properties/fit/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
if(data98.method !== undefined){
if(typeof data98.method !== "string"){
const err286 = {instancePath:instancePath+"/fit/method",schemaPath:"#/properties/fit/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
if(data98.residual !== undefined){
let data104 = data98.residual;
if((typeof data104 == "number") && (isFinite(data104))){
if(data104 < 0 || isNaN(data104)){
const err287 = {instancePath:instancePath+"/fit/residual",schemaPath:"#/properties/fit/properties/residual/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
else {
const err288 = {instancePath:instancePath+"/fit/residual",schemaPath:"#/properties/fit/properties/residual/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
if(data98.within2 !== undefined){
let data105 = data98.within2;
if((typeof data105 == "number") && (isFinite(data105))){
if(data105 > 1 || isNaN(data105)){
const err289 = {instancePath:instancePath+"/fit/within2",schemaPath:"#/properties/fit/properties/within2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(data105 < 0 || isNaN(data105)){
const err290 = {instancePath:instancePath+"/fit/within2",schemaPath:"#/properties/fit/properties/within2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
else {
const err291 = {instancePath:instancePath+"/fit/within2",schemaPath:"#/properties/fit/properties/within2/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
}
else {
const err292 = {instancePath:instancePath+"/fit",schemaPath:"#/properties/fit/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
if(data.forest !== undefined){
let data106 = data.forest;
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.features === undefined){
const err293 = {instancePath:instancePath+"/forest",schemaPath:"#/properties/forest/required",keyword:"required",params:{missingProperty: "features"},message:"must have required property '"+"features"+"'"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
if(data106.trees === undefined){
const err294 = {instancePath:instancePath+"/forest",schemaPath:"#/properties/forest/required",keyword:"required",params:{missingProperty: "trees"},message:"must have required property '"+"trees"+"'"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
for(const key21 in data106){
if(!((key21 === "features") || (key21 === "trees"))){
const err295 = {instancePath:instancePath+"/forest",schemaPath:"#/properties/forest/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
if(data106.features !== undefined){
let data107 = data106.features;
if(Array.isArray(data107)){
if(data107.length < 1){
const err296 = {instancePath:instancePath+"/forest/features",schemaPath:"#/properties/forest/properties/features/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
const len20 = data107.length;
for(let i25=0; i25<len20; i25++){
let data108 = data107[i25];
if(typeof data108 === "string"){
if(!pattern3.test(data108)){
const err297 = {instancePath:instancePath+"/forest/features/" + i25,schemaPath:"#/properties/forest/properties/features/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
else {
const err298 = {instancePath:instancePath+"/forest/features/" + i25,schemaPath:"#/properties/forest/properties/features/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
}
else {
const err299 = {instancePath:instancePath+"/forest/features",schemaPath:"#/properties/forest/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
if(data106.trees !== undefined){
let data109 = data106.trees;
if(Array.isArray(data109)){
if(data109.length < 1){
const err300 = {instancePath:instancePath+"/forest/trees",schemaPath:"#/properties/forest/properties/trees/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
const len21 = data109.length;
for(let i26=0; i26<len21; i26++){
let data110 = data109[i26];
if(Array.isArray(data110)){
if(data110.length < 2){
const err301 = {instancePath:instancePath+"/forest/trees/" + i26,schemaPath:"#/properties/forest/properties/trees/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
const len22 = data110.length;
for(let i27=0; i27<len22; i27++){
let data111 = data110[i27];
if(!((typeof data111 == "number") && (isFinite(data111)))){
const err302 = {instancePath:instancePath+"/forest/trees/" + i26+"/" + i27,schemaPath:"#/properties/forest/properties/trees/items/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
}
else {
const err303 = {instancePath:instancePath+"/forest/trees/" + i26,schemaPath:"#/properties/forest/properties/trees/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
}
else {
const err304 = {instancePath:instancePath+"/forest/trees",schemaPath:"#/properties/forest/properties/trees/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
}
else {
const err305 = {instancePath:instancePath+"/forest",schemaPath:"#/properties/forest/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
}
else {
const err306 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

/** Whether a value has the shape of a law file; `errors` says why not. */
export const validateLaw: { (value: unknown): boolean; errors?: readonly SchemaFailure[] | null } = validate10;
