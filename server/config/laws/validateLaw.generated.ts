// Generated from schemas/law.schema.json by `npm run generate`. Do not edit.
// @ts-nocheck
import type { SchemaFailure } from "./SchemaFailure.ts";

const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Bitlaw law file","type":"object","required":["name","form","summary","citation","trust","about","numbers","tensors","counts","constants","domain","notes"],"additionalProperties":false,"properties":{"$schema":{"type":"string"},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]*$"},"form":{"enum":["kumar","sun","quartet","chen","quest","ouyang","chinchilla"]},"summary":{"type":"string","pattern":"\\S"},"citation":{"type":"object","required":["authors","year","title","url","where"],"additionalProperties":false,"properties":{"authors":{"type":"string","pattern":"\\S"},"year":{"type":"integer","minimum":1900},"title":{"type":"string","pattern":"\\S"},"url":{"type":"string","pattern":"^(https?|file)://"},"where":{"type":"string","pattern":"\\S"}}},"trust":{"enum":["A","B","C","own"]},"about":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["training","quantization-aware training","post-training quantization","baseline"]}},"numbers":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["integer","float","codebook"]}},"tensors":{"type":"array","uniqueItems":true,"items":{"type":"string","enum":["weights","activations","kvCache","gradients"]}},"counts":{"enum":["nonEmbeddingParameters","parameters"]},"constants":{"type":"object","additionalProperties":{"type":"number"}},"settings":{"type":"object","additionalProperties":{"type":"object","additionalProperties":{"type":"number"}}},"assumed":{"type":"object","additionalProperties":{"type":"string","pattern":"\\S"}},"domain":{"type":"object","additionalProperties":false,"properties":{"parameters":{"$ref":"#/definitions/positiveRange"},"tokens":{"$ref":"#/definitions/positiveRange"},"tokensPerParameter":{"$ref":"#/definitions/positiveRange"},"bits":{"$ref":"#/definitions/positiveRange"},"block":{"$ref":"#/definitions/positiveRange"},"exponent":{"$ref":"#/definitions/range"},"mantissa":{"$ref":"#/definitions/range"}}},"notes":{"type":"array","items":{"type":"string","pattern":"\\S"}},"intervals":{"type":"object","additionalProperties":{"type":"array","items":{"type":"number"},"minItems":2,"maxItems":2}},"covariance":{"type":"object","required":["names","matrix"],"additionalProperties":false,"properties":{"names":{"type":"array","items":{"type":"string"}},"matrix":{"type":"array","items":{"type":"array","items":{"type":"number"}}}}},"fit":{"type":"object","properties":{"table":{"type":"string"},"rows":{"type":"integer","minimum":1},"seed":{"type":"integer"},"method":{"type":"string"},"residual":{"type":"number","minimum":0},"within2":{"type":"number","minimum":0,"maximum":1}},"additionalProperties":{"type":["string","number","boolean"]}}},"allOf":[{"if":{"properties":{"form":{"const":"kumar"}},"required":["form"]},"then":{"properties":{"constants":{"required":["A","alpha","B","beta","E","gamma_w","n_w","gamma_a","n_a","gamma_kv","n_kv","C_T","gamma_D","gamma_N","gamma","b","C_w","C_a","C_kv"]}}}},{"if":{"properties":{"form":{"const":"sun"}},"required":["form"]},"then":{"properties":{"constants":{"required":["n","alpha","d","beta","epsilon","gamma","delta","nu","log2B_channel"]}}}},{"if":{"properties":{"form":{"const":"chinchilla"}},"required":["form"]},"then":{"properties":{"constants":{"required":["E","A","B","alpha","beta"]}}}},{"if":{"properties":{"form":{"const":"quartet"}},"required":["form"]},"then":{"required":["settings"],"properties":{"constants":{"required":["A","alpha","B","beta","E","gamma"]},"settings":{"required":["forward MXFP4, stochastic rounding","forward MXFP4, round to nearest","forward MXFP4, QuEST","backward MXFP4, stochastic rounding","backward MXFP4, round to nearest","backward MXFP4, QuEST"],"patternProperties":{"^forward ":{"required":["effN"]},"^backward ":{"required":["effD"]}}}}}},{"if":{"properties":{"form":{"const":"chen"}},"required":["form"]},"then":{"required":["settings"],"properties":{"constants":{"required":["E","A","alpha","B","beta"]},"settings":{"additionalProperties":{"required":["k","g_N","g_D","g_G"]}}}}},{"if":{"properties":{"form":{"const":"quest"}},"required":["form"]},"then":{"required":["settings"],"properties":{"settings":{"additionalProperties":{"required":["eff"]}}}}},{"if":{"properties":{"form":{"const":"ouyang"}},"required":["form"]},"then":{"required":["settings"],"properties":{"constants":{"required":["N_c","D_c","alpha_N","alpha_D"]},"settings":{"minProperties":1,"additionalProperties":{"required":["bits","K","a","b"]}}}}}],"definitions":{"positiveRange":{"type":"array","items":{"type":"number","exclusiveMinimum":0},"minItems":2,"maxItems":2},"range":{"type":"array","items":{"type":"number","minimum":0},"minItems":2,"maxItems":2}}};
const schema12 = {"type":"array","items":{"type":"number","exclusiveMinimum":0},"minItems":2,"maxItems":2};
const schema17 = {"type":"array","items":{"type":"number","minimum":0},"minItems":2,"maxItems":2};
const pattern0 = new RegExp("^forward ", "u");
const pattern1 = new RegExp("^backward ", "u");
const pattern2 = new RegExp("^[a-z0-9][a-z0-9-]*$", "u");
const pattern3 = new RegExp("\\S", "u");
const pattern6 = new RegExp("^(https?|file)://", "u");
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
if("ouyang" !== data.form){
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
if(data19.N_c === undefined){
const err81 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "N_c"},message:"must have required property '"+"N_c"+"'"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data19.D_c === undefined){
const err82 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "D_c"},message:"must have required property '"+"D_c"+"'"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data19.alpha_N === undefined){
const err83 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "alpha_N"},message:"must have required property '"+"alpha_N"+"'"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(data19.alpha_D === undefined){
const err84 = {instancePath:instancePath+"/constants",schemaPath:"#/allOf/6/then/properties/constants/required",keyword:"required",params:{missingProperty: "alpha_D"},message:"must have required property '"+"alpha_D"+"'"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
if(data.settings !== undefined){
let data20 = data.settings;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(Object.keys(data20).length < 1){
const err85 = {instancePath:instancePath+"/settings",schemaPath:"#/allOf/6/then/properties/settings/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
for(const key4 in data20){
let data21 = data20[key4];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.bits === undefined){
const err86 = {instancePath:instancePath+"/settings/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/6/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "bits"},message:"must have required property '"+"bits"+"'"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(data21.K === undefined){
const err87 = {instancePath:instancePath+"/settings/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/6/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "K"},message:"must have required property '"+"K"+"'"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data21.a === undefined){
const err88 = {instancePath:instancePath+"/settings/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/6/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "a"},message:"must have required property '"+"a"+"'"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data21.b === undefined){
const err89 = {instancePath:instancePath+"/settings/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/allOf/6/then/properties/settings/additionalProperties/required",keyword:"required",params:{missingProperty: "b"},message:"must have required property '"+"b"+"'"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
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
const err90 = {instancePath,schemaPath:"#/allOf/6/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err91 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data.form === undefined){
const err92 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "form"},message:"must have required property '"+"form"+"'"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data.summary === undefined){
const err93 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "summary"},message:"must have required property '"+"summary"+"'"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data.citation === undefined){
const err94 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "citation"},message:"must have required property '"+"citation"+"'"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data.trust === undefined){
const err95 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trust"},message:"must have required property '"+"trust"+"'"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data.about === undefined){
const err96 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "about"},message:"must have required property '"+"about"+"'"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(data.numbers === undefined){
const err97 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "numbers"},message:"must have required property '"+"numbers"+"'"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data.tensors === undefined){
const err98 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tensors"},message:"must have required property '"+"tensors"+"'"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data.counts === undefined){
const err99 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "counts"},message:"must have required property '"+"counts"+"'"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data.constants === undefined){
const err100 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "constants"},message:"must have required property '"+"constants"+"'"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data.domain === undefined){
const err101 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "domain"},message:"must have required property '"+"domain"+"'"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data.notes === undefined){
const err102 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "notes"},message:"must have required property '"+"notes"+"'"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
for(const key5 in data){
if(!(func2.call(schema11.properties, key5))){
const err103 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err104 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data.name !== undefined){
let data23 = data.name;
if(typeof data23 === "string"){
if(!pattern2.test(data23)){
const err105 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]*$"+"\""};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data.form !== undefined){
let data24 = data.form;
if(!(((((((data24 === "kumar") || (data24 === "sun")) || (data24 === "quartet")) || (data24 === "chen")) || (data24 === "quest")) || (data24 === "ouyang")) || (data24 === "chinchilla"))){
const err107 = {instancePath:instancePath+"/form",schemaPath:"#/properties/form/enum",keyword:"enum",params:{allowedValues: schema11.properties.form.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data.summary !== undefined){
let data25 = data.summary;
if(typeof data25 === "string"){
if(!pattern3.test(data25)){
const err108 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data.citation !== undefined){
let data26 = data.citation;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.authors === undefined){
const err110 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/required",keyword:"required",params:{missingProperty: "authors"},message:"must have required property '"+"authors"+"'"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data26.year === undefined){
const err111 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/required",keyword:"required",params:{missingProperty: "year"},message:"must have required property '"+"year"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data26.title === undefined){
const err112 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data26.url === undefined){
const err113 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/required",keyword:"required",params:{missingProperty: "url"},message:"must have required property '"+"url"+"'"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data26.where === undefined){
const err114 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/required",keyword:"required",params:{missingProperty: "where"},message:"must have required property '"+"where"+"'"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
for(const key6 in data26){
if(!(((((key6 === "authors") || (key6 === "year")) || (key6 === "title")) || (key6 === "url")) || (key6 === "where"))){
const err115 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data26.authors !== undefined){
let data27 = data26.authors;
if(typeof data27 === "string"){
if(!pattern3.test(data27)){
const err116 = {instancePath:instancePath+"/citation/authors",schemaPath:"#/properties/citation/properties/authors/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/citation/authors",schemaPath:"#/properties/citation/properties/authors/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data26.year !== undefined){
let data28 = data26.year;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err118 = {instancePath:instancePath+"/citation/year",schemaPath:"#/properties/citation/properties/year/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 1900 || isNaN(data28)){
const err119 = {instancePath:instancePath+"/citation/year",schemaPath:"#/properties/citation/properties/year/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1900},message:"must be >= 1900"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
if(data26.title !== undefined){
let data29 = data26.title;
if(typeof data29 === "string"){
if(!pattern3.test(data29)){
const err120 = {instancePath:instancePath+"/citation/title",schemaPath:"#/properties/citation/properties/title/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/citation/title",schemaPath:"#/properties/citation/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data26.url !== undefined){
let data30 = data26.url;
if(typeof data30 === "string"){
if(!pattern6.test(data30)){
const err122 = {instancePath:instancePath+"/citation/url",schemaPath:"#/properties/citation/properties/url/pattern",keyword:"pattern",params:{pattern: "^(https?|file)://"},message:"must match pattern \""+"^(https?|file)://"+"\""};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
else {
const err123 = {instancePath:instancePath+"/citation/url",schemaPath:"#/properties/citation/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data26.where !== undefined){
let data31 = data26.where;
if(typeof data31 === "string"){
if(!pattern3.test(data31)){
const err124 = {instancePath:instancePath+"/citation/where",schemaPath:"#/properties/citation/properties/where/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/citation/where",schemaPath:"#/properties/citation/properties/where/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
else {
const err126 = {instancePath:instancePath+"/citation",schemaPath:"#/properties/citation/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data.trust !== undefined){
let data32 = data.trust;
if(!((((data32 === "A") || (data32 === "B")) || (data32 === "C")) || (data32 === "own"))){
const err127 = {instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/enum",keyword:"enum",params:{allowedValues: schema11.properties.trust.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data.about !== undefined){
let data33 = data.about;
if(Array.isArray(data33)){
if(data33.length < 1){
const err128 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
const len0 = data33.length;
for(let i0=0; i0<len0; i0++){
let data34 = data33[i0];
if(typeof data34 !== "string"){
const err129 = {instancePath:instancePath+"/about/" + i0,schemaPath:"#/properties/about/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(!((((data34 === "training") || (data34 === "quantization-aware training")) || (data34 === "post-training quantization")) || (data34 === "baseline"))){
const err130 = {instancePath:instancePath+"/about/" + i0,schemaPath:"#/properties/about/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.about.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
let i1 = data33.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data33[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err131 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err132 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data.numbers !== undefined){
let data35 = data.numbers;
if(Array.isArray(data35)){
if(data35.length < 1){
const err133 = {instancePath:instancePath+"/numbers",schemaPath:"#/properties/numbers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
const len1 = data35.length;
for(let i2=0; i2<len1; i2++){
let data36 = data35[i2];
if(typeof data36 !== "string"){
const err134 = {instancePath:instancePath+"/numbers/" + i2,schemaPath:"#/properties/numbers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(!(((data36 === "integer") || (data36 === "float")) || (data36 === "codebook"))){
const err135 = {instancePath:instancePath+"/numbers/" + i2,schemaPath:"#/properties/numbers/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.numbers.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
let i3 = data35.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data35[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err136 = {instancePath:instancePath+"/numbers",schemaPath:"#/properties/numbers/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err137 = {instancePath:instancePath+"/numbers",schemaPath:"#/properties/numbers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data.tensors !== undefined){
let data37 = data.tensors;
if(Array.isArray(data37)){
const len2 = data37.length;
for(let i4=0; i4<len2; i4++){
let data38 = data37[i4];
if(typeof data38 !== "string"){
const err138 = {instancePath:instancePath+"/tensors/" + i4,schemaPath:"#/properties/tensors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(!((((data38 === "weights") || (data38 === "activations")) || (data38 === "kvCache")) || (data38 === "gradients"))){
const err139 = {instancePath:instancePath+"/tensors/" + i4,schemaPath:"#/properties/tensors/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.tensors.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
let i5 = data37.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data37[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err140 = {instancePath:instancePath+"/tensors",schemaPath:"#/properties/tensors/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err141 = {instancePath:instancePath+"/tensors",schemaPath:"#/properties/tensors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data.counts !== undefined){
let data39 = data.counts;
if(!((data39 === "nonEmbeddingParameters") || (data39 === "parameters"))){
const err142 = {instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/enum",keyword:"enum",params:{allowedValues: schema11.properties.counts.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data.constants !== undefined){
let data40 = data.constants;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
for(const key7 in data40){
let data41 = data40[key7];
if(!((typeof data41 == "number") && (isFinite(data41)))){
const err143 = {instancePath:instancePath+"/constants/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/constants/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
else {
const err144 = {instancePath:instancePath+"/constants",schemaPath:"#/properties/constants/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data.settings !== undefined){
let data42 = data.settings;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key8 in data42){
let data43 = data42[key8];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key9 in data43){
let data44 = data43[key9];
if(!((typeof data44 == "number") && (isFinite(data44)))){
const err145 = {instancePath:instancePath+"/settings/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/settings/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
else {
const err146 = {instancePath:instancePath+"/settings/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/settings/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
else {
const err147 = {instancePath:instancePath+"/settings",schemaPath:"#/properties/settings/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data.assumed !== undefined){
let data45 = data.assumed;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key10 in data45){
let data46 = data45[key10];
if(typeof data46 === "string"){
if(!pattern3.test(data46)){
const err148 = {instancePath:instancePath+"/assumed/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumed/additionalProperties/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/assumed/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/assumed/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
else {
const err150 = {instancePath:instancePath+"/assumed",schemaPath:"#/properties/assumed/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data.domain !== undefined){
let data47 = data.domain;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
for(const key11 in data47){
if(!(((((((key11 === "parameters") || (key11 === "tokens")) || (key11 === "tokensPerParameter")) || (key11 === "bits")) || (key11 === "block")) || (key11 === "exponent")) || (key11 === "mantissa"))){
const err151 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data47.parameters !== undefined){
let data48 = data47.parameters;
if(Array.isArray(data48)){
if(data48.length > 2){
const err152 = {instancePath:instancePath+"/domain/parameters",schemaPath:"#/definitions/positiveRange/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data48.length < 2){
const err153 = {instancePath:instancePath+"/domain/parameters",schemaPath:"#/definitions/positiveRange/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
const len3 = data48.length;
for(let i6=0; i6<len3; i6++){
let data49 = data48[i6];
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 <= 0 || isNaN(data49)){
const err154 = {instancePath:instancePath+"/domain/parameters/" + i6,schemaPath:"#/definitions/positiveRange/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
else {
const err155 = {instancePath:instancePath+"/domain/parameters/" + i6,schemaPath:"#/definitions/positiveRange/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
else {
const err156 = {instancePath:instancePath+"/domain/parameters",schemaPath:"#/definitions/positiveRange/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data47.tokens !== undefined){
let data50 = data47.tokens;
if(Array.isArray(data50)){
if(data50.length > 2){
const err157 = {instancePath:instancePath+"/domain/tokens",schemaPath:"#/definitions/positiveRange/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(data50.length < 2){
const err158 = {instancePath:instancePath+"/domain/tokens",schemaPath:"#/definitions/positiveRange/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
const len4 = data50.length;
for(let i7=0; i7<len4; i7++){
let data51 = data50[i7];
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 <= 0 || isNaN(data51)){
const err159 = {instancePath:instancePath+"/domain/tokens/" + i7,schemaPath:"#/definitions/positiveRange/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
else {
const err160 = {instancePath:instancePath+"/domain/tokens/" + i7,schemaPath:"#/definitions/positiveRange/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
else {
const err161 = {instancePath:instancePath+"/domain/tokens",schemaPath:"#/definitions/positiveRange/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data47.tokensPerParameter !== undefined){
let data52 = data47.tokensPerParameter;
if(Array.isArray(data52)){
if(data52.length > 2){
const err162 = {instancePath:instancePath+"/domain/tokensPerParameter",schemaPath:"#/definitions/positiveRange/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(data52.length < 2){
const err163 = {instancePath:instancePath+"/domain/tokensPerParameter",schemaPath:"#/definitions/positiveRange/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
const len5 = data52.length;
for(let i8=0; i8<len5; i8++){
let data53 = data52[i8];
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 <= 0 || isNaN(data53)){
const err164 = {instancePath:instancePath+"/domain/tokensPerParameter/" + i8,schemaPath:"#/definitions/positiveRange/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/domain/tokensPerParameter/" + i8,schemaPath:"#/definitions/positiveRange/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
else {
const err166 = {instancePath:instancePath+"/domain/tokensPerParameter",schemaPath:"#/definitions/positiveRange/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data47.bits !== undefined){
let data54 = data47.bits;
if(Array.isArray(data54)){
if(data54.length > 2){
const err167 = {instancePath:instancePath+"/domain/bits",schemaPath:"#/definitions/positiveRange/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(data54.length < 2){
const err168 = {instancePath:instancePath+"/domain/bits",schemaPath:"#/definitions/positiveRange/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
const len6 = data54.length;
for(let i9=0; i9<len6; i9++){
let data55 = data54[i9];
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 <= 0 || isNaN(data55)){
const err169 = {instancePath:instancePath+"/domain/bits/" + i9,schemaPath:"#/definitions/positiveRange/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
else {
const err170 = {instancePath:instancePath+"/domain/bits/" + i9,schemaPath:"#/definitions/positiveRange/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
}
else {
const err171 = {instancePath:instancePath+"/domain/bits",schemaPath:"#/definitions/positiveRange/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data47.block !== undefined){
let data56 = data47.block;
if(Array.isArray(data56)){
if(data56.length > 2){
const err172 = {instancePath:instancePath+"/domain/block",schemaPath:"#/definitions/positiveRange/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(data56.length < 2){
const err173 = {instancePath:instancePath+"/domain/block",schemaPath:"#/definitions/positiveRange/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
const len7 = data56.length;
for(let i10=0; i10<len7; i10++){
let data57 = data56[i10];
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 <= 0 || isNaN(data57)){
const err174 = {instancePath:instancePath+"/domain/block/" + i10,schemaPath:"#/definitions/positiveRange/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
else {
const err175 = {instancePath:instancePath+"/domain/block/" + i10,schemaPath:"#/definitions/positiveRange/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
else {
const err176 = {instancePath:instancePath+"/domain/block",schemaPath:"#/definitions/positiveRange/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data47.exponent !== undefined){
let data58 = data47.exponent;
if(Array.isArray(data58)){
if(data58.length > 2){
const err177 = {instancePath:instancePath+"/domain/exponent",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(data58.length < 2){
const err178 = {instancePath:instancePath+"/domain/exponent",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
const len8 = data58.length;
for(let i11=0; i11<len8; i11++){
let data59 = data58[i11];
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 < 0 || isNaN(data59)){
const err179 = {instancePath:instancePath+"/domain/exponent/" + i11,schemaPath:"#/definitions/range/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
else {
const err180 = {instancePath:instancePath+"/domain/exponent/" + i11,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
else {
const err181 = {instancePath:instancePath+"/domain/exponent",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data47.mantissa !== undefined){
let data60 = data47.mantissa;
if(Array.isArray(data60)){
if(data60.length > 2){
const err182 = {instancePath:instancePath+"/domain/mantissa",schemaPath:"#/definitions/range/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(data60.length < 2){
const err183 = {instancePath:instancePath+"/domain/mantissa",schemaPath:"#/definitions/range/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
const len9 = data60.length;
for(let i12=0; i12<len9; i12++){
let data61 = data60[i12];
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 < 0 || isNaN(data61)){
const err184 = {instancePath:instancePath+"/domain/mantissa/" + i12,schemaPath:"#/definitions/range/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
else {
const err185 = {instancePath:instancePath+"/domain/mantissa/" + i12,schemaPath:"#/definitions/range/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
}
else {
const err186 = {instancePath:instancePath+"/domain/mantissa",schemaPath:"#/definitions/range/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
}
else {
const err187 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data.notes !== undefined){
let data62 = data.notes;
if(Array.isArray(data62)){
const len10 = data62.length;
for(let i13=0; i13<len10; i13++){
let data63 = data62[i13];
if(typeof data63 === "string"){
if(!pattern3.test(data63)){
const err188 = {instancePath:instancePath+"/notes/" + i13,schemaPath:"#/properties/notes/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
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
const err189 = {instancePath:instancePath+"/notes/" + i13,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
}
else {
const err190 = {instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data.intervals !== undefined){
let data64 = data.intervals;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
for(const key12 in data64){
let data65 = data64[key12];
if(Array.isArray(data65)){
if(data65.length > 2){
const err191 = {instancePath:instancePath+"/intervals/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/intervals/additionalProperties/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data65.length < 2){
const err192 = {instancePath:instancePath+"/intervals/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/intervals/additionalProperties/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
const len11 = data65.length;
for(let i14=0; i14<len11; i14++){
let data66 = data65[i14];
if(!((typeof data66 == "number") && (isFinite(data66)))){
const err193 = {instancePath:instancePath+"/intervals/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i14,schemaPath:"#/properties/intervals/additionalProperties/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
}
else {
const err194 = {instancePath:instancePath+"/intervals/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/intervals/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
}
else {
const err195 = {instancePath:instancePath+"/intervals",schemaPath:"#/properties/intervals/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data.covariance !== undefined){
let data67 = data.covariance;
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
if(data67.names === undefined){
const err196 = {instancePath:instancePath+"/covariance",schemaPath:"#/properties/covariance/required",keyword:"required",params:{missingProperty: "names"},message:"must have required property '"+"names"+"'"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(data67.matrix === undefined){
const err197 = {instancePath:instancePath+"/covariance",schemaPath:"#/properties/covariance/required",keyword:"required",params:{missingProperty: "matrix"},message:"must have required property '"+"matrix"+"'"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
for(const key13 in data67){
if(!((key13 === "names") || (key13 === "matrix"))){
const err198 = {instancePath:instancePath+"/covariance",schemaPath:"#/properties/covariance/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data67.names !== undefined){
let data68 = data67.names;
if(Array.isArray(data68)){
const len12 = data68.length;
for(let i15=0; i15<len12; i15++){
if(typeof data68[i15] !== "string"){
const err199 = {instancePath:instancePath+"/covariance/names/" + i15,schemaPath:"#/properties/covariance/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
}
else {
const err200 = {instancePath:instancePath+"/covariance/names",schemaPath:"#/properties/covariance/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data67.matrix !== undefined){
let data70 = data67.matrix;
if(Array.isArray(data70)){
const len13 = data70.length;
for(let i16=0; i16<len13; i16++){
let data71 = data70[i16];
if(Array.isArray(data71)){
const len14 = data71.length;
for(let i17=0; i17<len14; i17++){
let data72 = data71[i17];
if(!((typeof data72 == "number") && (isFinite(data72)))){
const err201 = {instancePath:instancePath+"/covariance/matrix/" + i16+"/" + i17,schemaPath:"#/properties/covariance/properties/matrix/items/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
}
else {
const err202 = {instancePath:instancePath+"/covariance/matrix/" + i16,schemaPath:"#/properties/covariance/properties/matrix/items/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
}
else {
const err203 = {instancePath:instancePath+"/covariance/matrix",schemaPath:"#/properties/covariance/properties/matrix/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err204 = {instancePath:instancePath+"/covariance",schemaPath:"#/properties/covariance/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(data.fit !== undefined){
let data73 = data.fit;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
for(const key14 in data73){
if(!((((((key14 === "table") || (key14 === "rows")) || (key14 === "seed")) || (key14 === "method")) || (key14 === "residual")) || (key14 === "within2"))){
let data74 = data73[key14];
if(((typeof data74 !== "string") && (!((typeof data74 == "number") && (isFinite(data74))))) && (typeof data74 !== "boolean")){
const err205 = {instancePath:instancePath+"/fit/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fit/additionalProperties/type",keyword:"type",params:{type: schema11.properties.fit.additionalProperties.type},message:"must be string,number,boolean"};
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
if(data73.table !== undefined){
if(typeof data73.table !== "string"){
const err206 = {instancePath:instancePath+"/fit/table",schemaPath:"#/properties/fit/properties/table/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data73.rows !== undefined){
let data76 = data73.rows;
if(!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))){
const err207 = {instancePath:instancePath+"/fit/rows",schemaPath:"#/properties/fit/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 < 1 || isNaN(data76)){
const err208 = {instancePath:instancePath+"/fit/rows",schemaPath:"#/properties/fit/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
}
if(data73.seed !== undefined){
let data77 = data73.seed;
if(!(((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))){
const err209 = {instancePath:instancePath+"/fit/seed",schemaPath:"#/properties/fit/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data73.method !== undefined){
if(typeof data73.method !== "string"){
const err210 = {instancePath:instancePath+"/fit/method",schemaPath:"#/properties/fit/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data73.residual !== undefined){
let data79 = data73.residual;
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 < 0 || isNaN(data79)){
const err211 = {instancePath:instancePath+"/fit/residual",schemaPath:"#/properties/fit/properties/residual/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
else {
const err212 = {instancePath:instancePath+"/fit/residual",schemaPath:"#/properties/fit/properties/residual/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data73.within2 !== undefined){
let data80 = data73.within2;
if((typeof data80 == "number") && (isFinite(data80))){
if(data80 > 1 || isNaN(data80)){
const err213 = {instancePath:instancePath+"/fit/within2",schemaPath:"#/properties/fit/properties/within2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if(data80 < 0 || isNaN(data80)){
const err214 = {instancePath:instancePath+"/fit/within2",schemaPath:"#/properties/fit/properties/within2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
const err215 = {instancePath:instancePath+"/fit/within2",schemaPath:"#/properties/fit/properties/within2/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
const err216 = {instancePath:instancePath+"/fit",schemaPath:"#/properties/fit/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
}
else {
const err217 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

/** Whether a value has the shape of a law file; `errors` says why not. */
export const validateLaw: { (value: unknown): boolean; errors?: readonly SchemaFailure[] | null } = validate10;
